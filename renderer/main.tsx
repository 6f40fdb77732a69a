import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { BrokenScreen } from './app/broken-screen.tsx';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { Approvals } from './bridge/approvals.ts';
import { createBridge } from './bridge/bridge.ts';
import { TillProvider } from './bridge/till-context.tsx';
import { createTranslator } from './i18n/i18n.ts';
import { openMirror } from './stores/mirror.ts';

// The content security policy allows no code made at run time.
z.config({ jitless: true });

async function start(place: HTMLElement): Promise<void> {
  const root = createRoot(place);
  const approvals = new Approvals();
  const bridge = createBridge(window.tillside, approvals);
  const mirror = await openMirror(window.tillside, bridge);
  if (!mirror.ok) {
    root.render(<BrokenScreen what="start" />);
    return;
  }
  const translator = createTranslator(mirror.value.getState().settings.locale);
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <TillProvider bridge={bridge} mirror={mirror.value} approvals={approvals}>
          <App translator={translator} />
        </TillProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
}

const place = document.getElementById('root');
if (place) void start(place);
