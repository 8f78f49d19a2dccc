import { checkShownHours, DeviceReport } from '@rejoin/shared';

/** The newest device check of each seat of the session `s` in the last hours, by seat. */
export const checksSql = `
  SELECT json_object_agg(x.id, json_build_object('at', c.at, 'browser', c.browser, 'camera', c.camera, 'microphone', c.microphone,
      'speaker', c.speaker, 'network', c.network, 'turn', c.turn) ORDER BY x.id)
  FROM seat x CROSS JOIN LATERAL (
    SELECT * FROM device_check d WHERE d.person_id = x.person_id AND d.at > now() - interval '${checkShownHours} hours'
    ORDER BY d.at DESC LIMIT 1) c
  WHERE x.session_id = s.id`;

/** As the database writes it: the time in its own form. */
export type WrittenCheck = { at: string };

export const deviceReport = (check: WrittenCheck): DeviceReport => DeviceReport.parse({ ...check, at: new Date(check.at).toISOString() });
