import { useCallback } from 'react';
import { type AppView } from '../../shared/views/app.ts';
import { type AlarmView } from '../../shared/views/desk.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';

export interface AppUse {
  readonly app: AppView;
  readonly alarms: readonly AlarmView[];
  readonly leaveTraining: () => void;
  readonly dismissNotice: (id: string) => void;
  readonly alarmSeen: (attemptId: string) => void;
}

/** What is shown wherever the person is. */
export function useApp(): AppUse {
  const { app, payments } = useBridge();
  return {
    app: useSlice('app'),
    alarms: useSlice('desk').alarms,
    leaveTraining: useCallback(() => void app.leaveTraining(), [app]),
    dismissNotice: useCallback((id: string) => void app.dismissNotice({ id }), [app]),
    alarmSeen: useCallback((attemptId: string) => void payments.alarmSeen({ attemptId }), [payments]),
  };
}
