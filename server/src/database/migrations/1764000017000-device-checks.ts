import type { MigrationInterface, QueryRunner } from 'typeorm';

const gear = `('good', 'weak', 'blocked', 'none', 'busy', 'failed', 'skipped')`;

export class DeviceChecks1764000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a person's device check found: nothing else of the device.
      CREATE TABLE device_check (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        browser text NOT NULL CHECK (browser IN ('chrome', 'edge', 'chromeAndroid', 'firefox', 'safariMac', 'safariIos', 'other')),
        camera text NOT NULL CHECK (camera IN ${gear}),
        microphone text NOT NULL CHECK (microphone IN ${gear}),
        speaker text NOT NULL CHECK (speaker IN ('good', 'notHeard', 'skipped')),
        network text NOT NULL CHECK (network IN ('good', 'weak', 'failed')),
        turn text NOT NULL CHECK (turn IN ('good', 'failed', 'notOffered'))
      );
      CREATE INDEX device_check_person ON device_check (person_id, at DESC);
      CREATE INDEX device_check_at ON device_check (at);
      CREATE TRIGGER device_check_kept AFTER INSERT ON device_check FOR EACH ROW EXECUTE FUNCTION tell_rooms_of_person();

      -- Throw-away media rooms, each for one person alone: what the sender sends comes back to the receiver.
      CREATE TABLE check_room (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        name text NOT NULL UNIQUE,
        sender text NOT NULL,
        receiver text NOT NULL,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      CREATE INDEX check_room_person ON check_room (person_id, opened_at);
      CREATE INDEX check_room_open ON check_room (opened_at) WHERE closed_at IS NULL;

      GRANT SELECT, INSERT, DELETE ON device_check TO rejoin_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON check_room TO rejoin_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
