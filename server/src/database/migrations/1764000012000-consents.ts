import type { MigrationInterface, QueryRunner } from 'typeorm';

const telehealth = `What this is
We meet by video. You can be at home, or at any safe and quiet place. This is called telehealth.

What is good about it
You do not need to travel. You can get care where you live.

What can go wrong
The picture or the sound can stop. Someone near you might hear you. We guard the line, but no way to talk is safe in every case. If video does not work, we call you.

What we ask of you
- Tell us each time where you are. In an emergency we send help to that place.
- Be in a room where you can talk freely. Headphones help.
- Do not drive while we meet.
- Please do not record, and do not take pictures.

What we do
- We do not record.
- We keep notes on your care, as we would in our office.
- If you suddenly vanish, we call you. Then we call your contact. If we still do not know that you are safe, we ask local help to look in on you.

Who may care for you
Staff need a license for the state where you are. If you travel, tell us. We may need to find another way.

Your choice
You may say no. You may change your mind at any time, here or by phone. You may also ask for care in person. It will not be held against you.

How long this lasts
One year, or until you take it back.`;

const group = `What this is
In a group you meet others who work on hard things too. You share as much or as little as you like.

What we agree on
- What is said here stays here. We do not tell others who is in the group, or what they said.
- We come from a private room. Nobody else watches or listens.
- We do not record, and we do not take pictures.
- We do not share the link. It is for you alone.
- We are kind. We let each other finish. We may pass.
- We do not come drunk or high. If it happens, tell us. We will help.

What you should know
Staff are bound by law to keep your words private. Other members are not bound by law. They are bound by this promise. We cannot be sure that all will keep it.

What staff may have to tell
If someone is in danger, or a child or an older person is being hurt, the law may ask us to tell others. We try to talk with you first.

What others see
They see your picture if your camera is on, and the name you chose. You may use a first name or another name.

Your choice
You may say no. You may change your mind at any time, here or by phone. Then we talk about other ways to care for you. It will not be held against you.

How long this lasts
One year, or until you take it back.`;

export class Consents1764000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A text that was signed never changes: a new wording is a new version.
      CREATE TABLE consent_text (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('telehealth', 'group')),
        version integer NOT NULL CHECK (version > 0),
        title text NOT NULL CHECK (title <> ''),
        body text NOT NULL CHECK (body <> ''),
        from_on date NOT NULL,
        UNIQUE (kind, version)
      );

      CREATE TABLE consent (
        id uuid PRIMARY KEY,
        text_id uuid NOT NULL REFERENCES consent_text (id),
        subject_id uuid NOT NULL REFERENCES person (id),
        -- Several where the law asks for them: [{personId, name, capacity, at}], the name as it was typed.
        signers jsonb NOT NULL CHECK (jsonb_typeof(signers) = 'array' AND jsonb_array_length(signers) > 0),
        recipient text,
        item text,
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        revoked_at timestamptz,
        CHECK (to_at > from_at),
        CHECK (revoked_at >= from_at)
      );
      CREATE INDEX consent_subject ON consent (subject_id, text_id);

      -- Consents that hold now: to the newest text, not taken back, not run out.
      CREATE VIEW consent_now AS
      SELECT c.id, c.subject_id, t.kind, t.version, c.to_at
      FROM consent c JOIN consent_text t ON t.id = c.text_id
      WHERE c.revoked_at IS NULL AND c.from_at <= now() AND (c.to_at IS NULL OR c.to_at > now())
        AND NOT EXISTS (
          SELECT 1 FROM consent_text newer WHERE newer.kind = t.kind AND newer.version > t.version AND newer.from_on <= current_date);

      -- A signature stays; it can be taken back once.
      CREATE FUNCTION keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.revoked_at IS NOT NULL OR to_jsonb(NEW) - 'revoked_at' <> to_jsonb(OLD) - 'revoked_at' THEN
          RAISE EXCEPTION 'A consent stays as it was signed.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER consent_kept BEFORE UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION keep_consent();

      -- What a person did before their first day, in any order.
      CREATE TABLE first_step (
        person_id uuid NOT NULL REFERENCES person (id),
        step text NOT NULL CHECK (step IN ('name', 'identity', 'number', 'contact', 'consents', 'devices', 'vanish', 'look')),
        done_at timestamptz NOT NULL,
        detail jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (person_id, step)
      );

      CREATE TABLE emergency_contact (
        person_id uuid PRIMARY KEY REFERENCES person (id),
        name text NOT NULL CHECK (name <> ''),
        relation text NOT NULL,
        phone text NOT NULL CHECK (phone <> ''),
        -- When this person may not be called, in the patient's words.
        not_when text NOT NULL DEFAULT '',
        changed_at timestamptz NOT NULL
      );

      GRANT SELECT, INSERT ON consent_text, consent TO rejoin_app;
      GRANT UPDATE (revoked_at) ON consent TO rejoin_app;
      GRANT SELECT, INSERT, UPDATE ON first_step, emergency_contact TO rejoin_app;
      GRANT SELECT ON consent_now TO rejoin_app;
    `);
    await runner.query(
      `INSERT INTO consent_text (id, kind, version, title, body, from_on) VALUES
        ('7c5d0c5e-0d7a-4a57-9d5c-000000000101', 'telehealth', 1, 'Meeting by video', $1, '2026-01-01'),
        ('7c5d0c5e-0d7a-4a57-9d5c-000000000201', 'group', 1, 'Being in a group', $2, '2026-01-01')`,
      [telehealth, group],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
