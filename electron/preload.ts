import { contextBridge, ipcRenderer } from 'electron';
import { type Wire, channels } from '../shared/wire.ts';

const wire: Wire = {
  call: (name, argument) => ipcRenderer.invoke(channels.call, name, argument),
  subscribe: (listener) => {
    const onPush = (_event: unknown, push: unknown): void => listener(push);
    ipcRenderer.on(channels.push, onPush);
    return () => void ipcRenderer.off(channels.push, onPush);
  },
};

contextBridge.exposeInMainWorld('tillside', wire);
