-- What the migrations make, as the catalog shows it. Rewritten by: node server/dist/database/drift.js --write
COLUMN auth."rateLimit".id text NOT NULL
COLUMN auth."rateLimit".key text NOT NULL
COLUMN auth."rateLimit".count integer NOT NULL
COLUMN auth."rateLimit"."lastRequest" bigint NOT NULL
COLUMN auth."twoFactor".id text NOT NULL
COLUMN auth."twoFactor".secret text NOT NULL
COLUMN auth."twoFactor"."backupCodes" text NOT NULL
COLUMN auth."twoFactor"."userId" text NOT NULL
COLUMN auth."twoFactor".verified boolean
COLUMN auth."twoFactor"."failedVerificationCount" integer
COLUMN auth."twoFactor"."lockedUntil" timestamp with time zone
COLUMN auth."user".id text NOT NULL
COLUMN auth."user".name text NOT NULL
COLUMN auth."user".email text NOT NULL
COLUMN auth."user"."emailVerified" boolean NOT NULL
COLUMN auth."user".image text
COLUMN auth."user"."createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
COLUMN auth."user"."updatedAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
COLUMN auth."user"."twoFactorEnabled" boolean
COLUMN auth.account.id text NOT NULL
COLUMN auth.account."accountId" text NOT NULL
COLUMN auth.account."providerId" text NOT NULL
COLUMN auth.account."userId" text NOT NULL
COLUMN auth.account."accessToken" text
COLUMN auth.account."refreshToken" text
COLUMN auth.account."idToken" text
COLUMN auth.account."accessTokenExpiresAt" timestamp with time zone
COLUMN auth.account."refreshTokenExpiresAt" timestamp with time zone
COLUMN auth.account.scope text
COLUMN auth.account.password text
COLUMN auth.account."createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
COLUMN auth.account."updatedAt" timestamp with time zone NOT NULL
COLUMN auth.session.id text NOT NULL
COLUMN auth.session."expiresAt" timestamp with time zone NOT NULL
COLUMN auth.session.token text NOT NULL
COLUMN auth.session."createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
COLUMN auth.session."updatedAt" timestamp with time zone NOT NULL
COLUMN auth.session."ipAddress" text
COLUMN auth.session."userAgent" text
COLUMN auth.session."userId" text NOT NULL
COLUMN auth.verification.id text NOT NULL
COLUMN auth.verification.identifier text NOT NULL
COLUMN auth.verification.value text NOT NULL
COLUMN auth.verification."expiresAt" timestamp with time zone NOT NULL
COLUMN auth.verification."createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
COLUMN auth.verification."updatedAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
COLUMN public.activity.id uuid NOT NULL DEFAULT uuidv7()
COLUMN public.activity.session_id uuid NOT NULL
COLUMN public.activity.person_id uuid
COLUMN public.activity.kind text NOT NULL
COLUMN public.activity.from_at timestamp with time zone NOT NULL
COLUMN public.activity.to_at timestamp with time zone
COLUMN public.actual_block.id uuid NOT NULL DEFAULT uuidv7()
COLUMN public.actual_block.session_id uuid NOT NULL
COLUMN public.actual_block.block_id uuid NOT NULL
COLUMN public.actual_block.from_at timestamp with time zone NOT NULL
COLUMN public.actual_block.to_at timestamp with time zone
COLUMN public.audit_event.id bigint NOT NULL IDENTITY a
COLUMN public.audit_event.at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.audit_event.actor_id uuid
COLUMN public.audit_event.action text NOT NULL
COLUMN public.audit_event.outcome text NOT NULL
COLUMN public.audit_event.row_kind text NOT NULL DEFAULT 'none'::text
COLUMN public.audit_event.row_id uuid
COLUMN public.audit_event.patient_id uuid
COLUMN public.audit_event.session_id uuid
COLUMN public.audit_event.details jsonb NOT NULL DEFAULT '{}'::jsonb
COLUMN public.audit_event.entry_id uuid
COLUMN public.audit_seal.id bigint NOT NULL
COLUMN public.audit_seal."position" bigint NOT NULL
COLUMN public.audit_seal.form smallint NOT NULL
COLUMN public.audit_seal.hash bytea NOT NULL
COLUMN public.audit_seal.sealed_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.care_team_member.id uuid NOT NULL
COLUMN public.care_team_member.episode_id uuid NOT NULL
COLUMN public.care_team_member.person_id uuid NOT NULL
COLUMN public.care_team_member.capacity text NOT NULL
COLUMN public.care_team_member.from_at timestamp with time zone NOT NULL
COLUMN public.care_team_member.to_at timestamp with time zone
COLUMN public.check_room.id uuid NOT NULL
COLUMN public.check_room.person_id uuid NOT NULL
COLUMN public.check_room.name text NOT NULL
COLUMN public.check_room.sender text NOT NULL
COLUMN public.check_room.receiver text NOT NULL
COLUMN public.check_room.opened_at timestamp with time zone NOT NULL
COLUMN public.check_room.closed_at timestamp with time zone
COLUMN public.cohort.id uuid NOT NULL
COLUMN public.cohort.program_id uuid NOT NULL
COLUMN public.cohort.name text NOT NULL
COLUMN public.cohort.archived boolean NOT NULL DEFAULT false
COLUMN public.connection.sid text NOT NULL
COLUMN public.connection.session_id uuid NOT NULL
COLUMN public.connection.seat_id uuid NOT NULL
COLUMN public.connection.person_id uuid NOT NULL
COLUMN public.connection.place text NOT NULL
COLUMN public.connection.from_at timestamp with time zone
COLUMN public.connection.to_at timestamp with time zone
COLUMN public.connection.last_seen timestamp with time zone NOT NULL
COLUMN public.connection.from_source text
COLUMN public.connection.to_source text
COLUMN public.connection.precision_ms integer
COLUMN public.connection.identity text NOT NULL DEFAULT ''::text
COLUMN public.consent.id uuid NOT NULL
COLUMN public.consent.text_id uuid NOT NULL
COLUMN public.consent.subject_id uuid NOT NULL
COLUMN public.consent.signers jsonb NOT NULL
COLUMN public.consent.recipient text
COLUMN public.consent.item text
COLUMN public.consent.from_at timestamp with time zone NOT NULL
COLUMN public.consent.to_at timestamp with time zone
COLUMN public.consent.revoked_at timestamp with time zone
COLUMN public.consent_now.id uuid
COLUMN public.consent_now.subject_id uuid
COLUMN public.consent_now.kind text
COLUMN public.consent_now.version integer
COLUMN public.consent_now.to_at timestamp with time zone
COLUMN public.consent_text.id uuid NOT NULL
COLUMN public.consent_text.kind text NOT NULL
COLUMN public.consent_text.version integer NOT NULL
COLUMN public.consent_text.title text NOT NULL
COLUMN public.consent_text.body text NOT NULL
COLUMN public.consent_text.from_on date NOT NULL
COLUMN public.correction.id uuid NOT NULL
COLUMN public.correction.session_id uuid NOT NULL
COLUMN public.correction.person_id uuid NOT NULL
COLUMN public.correction.effect text NOT NULL
COLUMN public.correction.from_at timestamp with time zone NOT NULL
COLUMN public.correction.to_at timestamp with time zone NOT NULL
COLUMN public.correction.reason text NOT NULL
COLUMN public.correction.author_id uuid NOT NULL
COLUMN public.correction.at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.device_check.id uuid NOT NULL
COLUMN public.device_check.person_id uuid NOT NULL
COLUMN public.device_check.at timestamp with time zone NOT NULL
COLUMN public.device_check.browser text NOT NULL
COLUMN public.device_check.camera text NOT NULL
COLUMN public.device_check.microphone text NOT NULL
COLUMN public.device_check.speaker text NOT NULL
COLUMN public.device_check.network text NOT NULL
COLUMN public.device_check.turn text NOT NULL
COLUMN public.emergency_access.id uuid NOT NULL
COLUMN public.emergency_access.person_id uuid NOT NULL
COLUMN public.emergency_access.patient_id uuid NOT NULL
COLUMN public.emergency_access.reason text NOT NULL
COLUMN public.emergency_access.part2 boolean NOT NULL
COLUMN public.emergency_access.recipient text NOT NULL
COLUMN public.emergency_access.discloser text NOT NULL
COLUMN public.emergency_access.from_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.emergency_access.to_at timestamp with time zone NOT NULL DEFAULT (now() + '01:00:00'::interval)
COLUMN public.emergency_access.ended_at timestamp with time zone
COLUMN public.emergency_access.reviewed_at timestamp with time zone
COLUMN public.emergency_access.reviewed_by uuid
COLUMN public.emergency_access.justified boolean
COLUMN public.emergency_access.review_words text NOT NULL DEFAULT ''::text
COLUMN public.emergency_contact.person_id uuid NOT NULL
COLUMN public.emergency_contact.name text NOT NULL
COLUMN public.emergency_contact.relation text NOT NULL
COLUMN public.emergency_contact.phone text NOT NULL
COLUMN public.emergency_contact.not_when text NOT NULL DEFAULT ''::text
COLUMN public.emergency_contact.changed_at timestamp with time zone NOT NULL
COLUMN public.episode.id uuid NOT NULL
COLUMN public.episode.patient_id uuid NOT NULL
COLUMN public.episode.program_id uuid NOT NULL
COLUMN public.episode.cohort_id uuid
COLUMN public.episode.part2 boolean NOT NULL DEFAULT false
COLUMN public.episode.opened_on date NOT NULL
COLUMN public.episode.closed_on date
COLUMN public.episode.closed_reason text NOT NULL DEFAULT ''::text
COLUMN public.first_step.person_id uuid NOT NULL
COLUMN public.first_step.step text NOT NULL
COLUMN public.first_step.done_at timestamp with time zone NOT NULL
COLUMN public.first_step.detail jsonb NOT NULL DEFAULT '{}'::jsonb
COLUMN public.gate.seat_id uuid NOT NULL
COLUMN public.gate.session_id uuid NOT NULL
COLUMN public.gate.place_id uuid
COLUMN public.gate.place jsonb
COLUMN public.gate.overheard text
COLUMN public.gate.overheard_by text NOT NULL DEFAULT ''::text
COLUMN public.gate.number text
COLUMN public.gate.driving boolean
COLUMN public.gate.declined_at timestamp with time zone
COLUMN public.gate.asked_at timestamp with time zone NOT NULL
COLUMN public.gate.changed_at timestamp with time zone NOT NULL
COLUMN public.gate.passed_at timestamp with time zone
COLUMN public.gate.licence jsonb
COLUMN public.invitation.id uuid NOT NULL DEFAULT uuidv7()
COLUMN public.invitation.person_id uuid NOT NULL
COLUMN public.invitation.sent_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.invitation.expires_at timestamp with time zone NOT NULL
COLUMN public.kept_device.id uuid NOT NULL
COLUMN public.kept_device.person_id uuid NOT NULL
COLUMN public.kept_device.token_hash text NOT NULL
COLUMN public.kept_device.pin_hash text NOT NULL
COLUMN public.kept_device.agent text NOT NULL DEFAULT ''::text
COLUMN public.kept_device.created_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.kept_device.last_used_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.kept_device.expires_at timestamp with time zone NOT NULL
COLUMN public.kept_device.revoked_at timestamp with time zone
COLUMN public.kept_device.failed_tries integer NOT NULL DEFAULT 0
COLUMN public.level_of_care_step.id uuid NOT NULL
COLUMN public.level_of_care_step.episode_id uuid NOT NULL
COLUMN public.level_of_care_step.level text NOT NULL
COLUMN public.level_of_care_step.from_on date NOT NULL
COLUMN public.licence.id uuid NOT NULL
COLUMN public.licence.person_id uuid NOT NULL
COLUMN public.licence.type text NOT NULL
COLUMN public.licence.number text NOT NULL
COLUMN public.licence.state text NOT NULL
COLUMN public.licence.from_on date NOT NULL
COLUMN public.licence.to_on date NOT NULL
COLUMN public.licence_override.id uuid NOT NULL
COLUMN public.licence_override.session_id uuid NOT NULL
COLUMN public.licence_override.state text NOT NULL
COLUMN public.licence_override.by_id uuid NOT NULL
COLUMN public.licence_override.reason text NOT NULL
COLUMN public.licence_override.at timestamp with time zone NOT NULL
COLUMN public.link_session.id uuid NOT NULL DEFAULT uuidv7()
COLUMN public.link_session.token_hash text NOT NULL
COLUMN public.link_session.person_id uuid NOT NULL
COLUMN public.link_session.expires_at timestamp with time zone NOT NULL
COLUMN public.link_session.revoked_at timestamp with time zone
COLUMN public.link_session.created_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.link_session.active_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.material.id uuid NOT NULL
COLUMN public.material.session_id uuid NOT NULL
COLUMN public.material.kind text NOT NULL
COLUMN public.material.bytes bytea
COLUMN public.material.sent_by uuid NOT NULL
COLUMN public.material.sent_at timestamp with time zone NOT NULL
COLUMN public.material.erased_at timestamp with time zone
COLUMN public.media_room.name text NOT NULL
COLUMN public.media_room.session_id uuid NOT NULL
COLUMN public.media_room.opened_at timestamp with time zone NOT NULL
COLUMN public.media_room.closed_at timestamp with time zone
COLUMN public.medium.id uuid NOT NULL DEFAULT uuidv7()
COLUMN public.medium.session_id uuid NOT NULL
COLUMN public.medium.person_id uuid NOT NULL
COLUMN public.medium.kind text NOT NULL
COLUMN public.medium.from_at timestamp with time zone NOT NULL
COLUMN public.medium.to_at timestamp with time zone
COLUMN public.medium.last_seen timestamp with time zone NOT NULL
COLUMN public.medium.source text NOT NULL
COLUMN public.migrations.id integer NOT NULL DEFAULT nextval('migrations_id_seq'::regclass)
COLUMN public.migrations."timestamp" bigint NOT NULL
COLUMN public.migrations.name character varying NOT NULL
COLUMN public.note.id uuid NOT NULL
COLUMN public.note.session_id uuid NOT NULL
COLUMN public.note.patient_id uuid
COLUMN public.note.episode_id uuid
COLUMN public.note.author_id uuid NOT NULL
COLUMN public.note.service_date date NOT NULL
COLUMN public.note.body text NOT NULL
COLUMN public.note.version integer NOT NULL
COLUMN public.note.status text NOT NULL
COLUMN public.note.signed_at timestamp with time zone
COLUMN public.note.signer_name text NOT NULL DEFAULT ''::text
COLUMN public.note.signer_credentials text NOT NULL DEFAULT ''::text
COLUMN public.note.content_hash text
COLUMN public.note.created_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.note.updated_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.note.kind text NOT NULL DEFAULT 'patient'::text
COLUMN public.note.service text
COLUMN public.note.format text NOT NULL DEFAULT 'note'::text
COLUMN public.note.clinician_place text NOT NULL DEFAULT ''::text
COLUMN public.note.opened_version integer
COLUMN public.note.signer_licences jsonb NOT NULL DEFAULT '[]'::jsonb
COLUMN public.note.facts jsonb
COLUMN public.note.group_hash text
COLUMN public.note.late_entry_on date
COLUMN public.note.seal integer NOT NULL DEFAULT 1
COLUMN public.note.cosigner_id uuid
COLUMN public.note.cosigned_at timestamp with time zone
COLUMN public.note.cosigner_name text NOT NULL DEFAULT ''::text
COLUMN public.note.cosigner_credentials text NOT NULL DEFAULT ''::text
COLUMN public.note.cosigner_licences jsonb NOT NULL DEFAULT '[]'::jsonb
COLUMN public.note.cosign_hash text
COLUMN public.note_addendum.id uuid NOT NULL
COLUMN public.note_addendum.note_id uuid NOT NULL
COLUMN public.note_addendum.author_id uuid NOT NULL
COLUMN public.note_addendum.at timestamp with time zone NOT NULL
COLUMN public.note_addendum.body text NOT NULL
COLUMN public.note_addendum.author_name text NOT NULL
COLUMN public.note_addendum.author_credentials text NOT NULL
COLUMN public.note_addendum.author_licences jsonb NOT NULL
COLUMN public.note_addendum.content_hash text NOT NULL
COLUMN public.note_return.id uuid NOT NULL DEFAULT uuidv7()
COLUMN public.note_return.note_id uuid NOT NULL
COLUMN public.note_return.by_id uuid NOT NULL
COLUMN public.note_return.at timestamp with time zone NOT NULL
COLUMN public.note_return.word text NOT NULL
COLUMN public.note_return.version integer NOT NULL
COLUMN public.note_return.signed_at timestamp with time zone NOT NULL
COLUMN public.note_return.content_hash text NOT NULL
COLUMN public.on_call.id uuid NOT NULL
COLUMN public.on_call.program_id uuid NOT NULL
COLUMN public.on_call.person_id uuid NOT NULL
COLUMN public.on_call.phone text NOT NULL
COLUMN public.on_call.from_at timestamp with time zone NOT NULL
COLUMN public.on_call.to_at timestamp with time zone NOT NULL
COLUMN public.on_call.removed_at timestamp with time zone
COLUMN public.patient.person_id uuid NOT NULL
COLUMN public.patient.date_of_birth date NOT NULL
COLUMN public.patient.record_number text NOT NULL
COLUMN public.patient.created_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.patient.hide_address boolean NOT NULL DEFAULT false
COLUMN public.patient_place.id uuid NOT NULL
COLUMN public.patient_place.patient_id uuid NOT NULL
COLUMN public.patient_place.kind text NOT NULL
COLUMN public.patient_place.address text NOT NULL
COLUMN public.patient_place.state text NOT NULL
COLUMN public.patient_place.emergency_line text
COLUMN public.patient_place.emergency_line_by uuid
COLUMN public.patient_place.archived boolean NOT NULL DEFAULT false
COLUMN public.patient_place.created_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.payer_rule.id uuid NOT NULL DEFAULT uuidv7()
COLUMN public.payer_rule.program_id uuid
COLUMN public.payer_rule.name text NOT NULL
COLUMN public.payer_rule.count_breaks boolean NOT NULL DEFAULT false
COLUMN public.payer_rule.staff_required boolean NOT NULL DEFAULT true
COLUMN public.payer_rule.minutes_per_day integer NOT NULL DEFAULT 180
COLUMN public.payer_rule.hours_per_week integer NOT NULL DEFAULT 9
COLUMN public.person.id uuid NOT NULL
COLUMN public.person.given_name text NOT NULL
COLUMN public.person.family_name text NOT NULL
COLUMN public.person.display_name text NOT NULL
COLUMN public.person.pronouns text NOT NULL DEFAULT ''::text
COLUMN public.person.email citext
COLUMN public.person.phone text NOT NULL DEFAULT ''::text
COLUMN public.person.zone text NOT NULL
COLUMN public.person.user_id text
COLUMN public.person.created_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.program.id uuid NOT NULL
COLUMN public.program.name text NOT NULL
COLUMN public.program.zone text NOT NULL
COLUMN public.program.settings jsonb NOT NULL DEFAULT '{}'::jsonb
COLUMN public.program.created_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.role_assignment.id uuid NOT NULL
COLUMN public.role_assignment.person_id uuid NOT NULL
COLUMN public.role_assignment.role text NOT NULL
COLUMN public.role_assignment.program_id uuid
COLUMN public.role_assignment.from_at timestamp with time zone NOT NULL
COLUMN public.role_assignment.to_at timestamp with time zone
COLUMN public.room_command.session_id uuid NOT NULL
COLUMN public.room_command.id uuid NOT NULL
COLUMN public.room_command.person_id uuid NOT NULL
COLUMN public.room_command.refusal text
COLUMN public.room_command.at timestamp with time zone NOT NULL
COLUMN public.room_event.session_id uuid NOT NULL
COLUMN public.room_event.seq integer NOT NULL
COLUMN public.room_event.at timestamp with time zone NOT NULL
COLUMN public.room_event.actor_id uuid
COLUMN public.room_event.command_id uuid
COLUMN public.room_event.type text NOT NULL
COLUMN public.room_event.v integer NOT NULL
COLUMN public.room_event.payload jsonb NOT NULL
COLUMN public.room_text.id uuid NOT NULL
COLUMN public.room_text.session_id uuid NOT NULL
COLUMN public.room_text.body text
COLUMN public.room_text.written_at timestamp with time zone NOT NULL
COLUMN public.room_text.erased_at timestamp with time zone
COLUMN public.seat.id uuid NOT NULL
COLUMN public.seat.session_id uuid NOT NULL
COLUMN public.seat.person_id uuid NOT NULL
COLUMN public.seat.episode_id uuid
COLUMN public.seat.capacity text NOT NULL
COLUMN public.seat.during tstzrange NOT NULL
COLUMN public.seat.holds_time boolean NOT NULL DEFAULT true
COLUMN public.seat.ended_at timestamp with time zone
COLUMN public.seat.ended_by uuid
COLUMN public.seat.ended_reason text NOT NULL DEFAULT ''::text
COLUMN public.seat_gate.seat_id uuid
COLUMN public.seat_gate.session_id uuid
COLUMN public.seat_gate.person_id uuid
COLUMN public.seat_gate.step text
COLUMN public.seat_gate.passed boolean
COLUMN public.seat_gate.refusal text
COLUMN public.seat_gate.since timestamp with time zone
COLUMN public.seat_gate.place_kind text
COLUMN public.seat_gate.someone_near boolean
COLUMN public.sensory_profile.person_id uuid NOT NULL
COLUMN public.sensory_profile.ceiling_db smallint NOT NULL
COLUMN public.sensory_profile.soft_highs boolean NOT NULL
COLUMN public.sensory_profile.dim boolean NOT NULL
COLUMN public.sensory_profile.larger_text boolean NOT NULL
COLUMN public.sensory_profile.reduced_motion boolean NOT NULL
COLUMN public.sensory_profile.hides_self boolean NOT NULL
COLUMN public.sensory_profile.changed_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.sensory_profile.paced_from timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.sensory_profile.paced_changes smallint NOT NULL DEFAULT 1
COLUMN public.session.id uuid NOT NULL
COLUMN public.session.program_id uuid NOT NULL
COLUMN public.session.cohort_id uuid
COLUMN public.session.series_id uuid
COLUMN public.session.original_start timestamp with time zone
COLUMN public.session.kind text NOT NULL
COLUMN public.session.mode text NOT NULL
COLUMN public.session.title text NOT NULL
COLUMN public.session.starts_local timestamp without time zone NOT NULL
COLUMN public.session.zone text NOT NULL
COLUMN public.session.starts_at timestamp with time zone NOT NULL
COLUMN public.session.planned_minutes integer NOT NULL
COLUMN public.session.started_at timestamp with time zone
COLUMN public.session.ended_at timestamp with time zone
COLUMN public.session.ending text
COLUMN public.session.end_confirmed boolean NOT NULL DEFAULT false
COLUMN public.session.cancelled_at timestamp with time zone
COLUMN public.session.cancelled_by uuid
COLUMN public.session.cancelled_whose text
COLUMN public.session.cancelled_reason text NOT NULL DEFAULT ''::text
COLUMN public.session.created_by uuid NOT NULL
COLUMN public.session.created_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.session.version integer NOT NULL DEFAULT 1
COLUMN public.session_block.id uuid NOT NULL
COLUMN public.session_block.session_id uuid NOT NULL
COLUMN public.session_block."position" integer NOT NULL
COLUMN public.session_block.kind text NOT NULL
COLUMN public.session_block.topic text NOT NULL DEFAULT ''::text
COLUMN public.session_block.minutes integer NOT NULL
COLUMN public.session_block.treatment boolean NOT NULL
COLUMN public.session_block.lead_id uuid
COLUMN public.session_kind.code text NOT NULL
COLUMN public.session_kind.label text NOT NULL
COLUMN public.session_kind.counts_by_default boolean NOT NULL
COLUMN public.session_kind.several_patients boolean NOT NULL DEFAULT true
COLUMN public.session_talk.session_id uuid NOT NULL
COLUMN public.session_talk.seat_id uuid NOT NULL
COLUMN public.session_talk.seconds integer NOT NULL
COLUMN public.sign_in_state.sign_in_id text NOT NULL
COLUMN public.sign_in_state.active_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.sign_in_state.how text NOT NULL DEFAULT 'password'::text
COLUMN public.sign_in_try.account text NOT NULL
COLUMN public.sign_in_try.address text NOT NULL
COLUMN public.sign_in_try.failed integer NOT NULL DEFAULT 0
COLUMN public.sign_in_try.failed_at timestamp with time zone NOT NULL DEFAULT now()
COLUMN public.sign_in_try.right_at timestamp with time zone
COLUMN public.signing_window.sign_in_id text NOT NULL
COLUMN public.signing_window.until_at timestamp with time zone NOT NULL
COLUMN public.staff_profile.person_id uuid NOT NULL
COLUMN public.staff_profile.credentials text NOT NULL DEFAULT ''::text
COLUMN public.staff_profile.npi text
COLUMN public.staff_profile.pre_licensed boolean NOT NULL DEFAULT false
COLUMN public.supervision.id uuid NOT NULL
COLUMN public.supervision.person_id uuid NOT NULL
COLUMN public.supervision.supervisor_id uuid NOT NULL
COLUMN public.supervision.from_on date NOT NULL
COLUMN public.supervision.to_on date
COLUMN public.used_code.user_id text NOT NULL
COLUMN public.used_code.code_hash text NOT NULL
COLUMN public.used_code.used_at timestamp with time zone NOT NULL DEFAULT now()
CONSTRAINT "rateLimit_key_key" ON auth."rateLimit" UNIQUE (key)
CONSTRAINT "rateLimit_pkey" ON auth."rateLimit" PRIMARY KEY (id)
CONSTRAINT "twoFactor_pkey" ON auth."twoFactor" PRIMARY KEY (id)
CONSTRAINT "twoFactor_userId_fkey" ON auth."twoFactor" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
CONSTRAINT user_email_key ON auth."user" UNIQUE (email)
CONSTRAINT user_pkey ON auth."user" PRIMARY KEY (id)
CONSTRAINT account_pkey ON auth.account PRIMARY KEY (id)
CONSTRAINT "account_userId_fkey" ON auth.account FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
CONSTRAINT session_pkey ON auth.session PRIMARY KEY (id)
CONSTRAINT session_token_key ON auth.session UNIQUE (token)
CONSTRAINT "session_userId_fkey" ON auth.session FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
CONSTRAINT verification_pkey ON auth.verification PRIMARY KEY (id)
CONSTRAINT activity_check ON public.activity CHECK ((to_at >= from_at))
CONSTRAINT activity_kind_check ON public.activity CHECK ((kind = ANY (ARRAY['break'::text, 'steppedOut'::text, 'away'::text])))
CONSTRAINT activity_person_id_fkey ON public.activity FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT activity_pkey ON public.activity PRIMARY KEY (id)
CONSTRAINT activity_session_id_fkey ON public.activity FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT actual_block_check ON public.actual_block CHECK ((to_at >= from_at))
CONSTRAINT actual_block_pkey ON public.actual_block PRIMARY KEY (id)
CONSTRAINT actual_block_session_id_fkey ON public.actual_block FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT audit_event_actor_id_fkey ON public.audit_event FOREIGN KEY (actor_id) REFERENCES person(id)
CONSTRAINT audit_event_outcome_check ON public.audit_event CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])))
CONSTRAINT audit_event_pkey ON public.audit_event PRIMARY KEY (id)
CONSTRAINT audit_seal_form_check ON public.audit_seal CHECK ((form > 0))
CONSTRAINT audit_seal_hash_check ON public.audit_seal CHECK ((octet_length(hash) = 32))
CONSTRAINT audit_seal_id_fkey ON public.audit_seal FOREIGN KEY (id) REFERENCES audit_event(id)
CONSTRAINT audit_seal_pkey ON public.audit_seal PRIMARY KEY (id)
CONSTRAINT audit_seal_position_check ON public.audit_seal CHECK (("position" > 0))
CONSTRAINT audit_seal_position_key ON public.audit_seal UNIQUE ("position")
CONSTRAINT care_team_member_capacity_check ON public.care_team_member CHECK ((capacity = ANY (ARRAY['primaryTherapist'::text, 'therapist'::text, 'prescriber'::text, 'peerMentor'::text, 'vocationalSpecialist'::text, 'supervisor'::text])))
CONSTRAINT care_team_member_check ON public.care_team_member CHECK (((to_at IS NULL) OR (to_at >= from_at)))
CONSTRAINT care_team_member_episode_id_fkey ON public.care_team_member FOREIGN KEY (episode_id) REFERENCES episode(id)
CONSTRAINT care_team_member_person_id_fkey ON public.care_team_member FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT care_team_member_pkey ON public.care_team_member PRIMARY KEY (id)
CONSTRAINT check_room_name_key ON public.check_room UNIQUE (name)
CONSTRAINT check_room_person_id_fkey ON public.check_room FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT check_room_pkey ON public.check_room PRIMARY KEY (id)
CONSTRAINT cohort_name_check ON public.cohort CHECK ((name <> ''::text))
CONSTRAINT cohort_pkey ON public.cohort PRIMARY KEY (id)
CONSTRAINT cohort_program_id_fkey ON public.cohort FOREIGN KEY (program_id) REFERENCES program(id)
CONSTRAINT cohort_program_id_id_key ON public.cohort UNIQUE (program_id, id)
CONSTRAINT cohort_program_id_name_key ON public.cohort UNIQUE (program_id, name)
CONSTRAINT connection_check ON public.connection CHECK ((to_at >= from_at))
CONSTRAINT connection_from_source_check ON public.connection CHECK ((from_source = ANY (ARRAY['webhook'::text, 'heartbeat'::text, 'sweep'::text, 'socket'::text, 'server'::text, 'correction'::text])))
CONSTRAINT connection_person_id_fkey ON public.connection FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT connection_pkey ON public.connection PRIMARY KEY (sid)
CONSTRAINT connection_place_check ON public.connection CHECK ((place = ANY (ARRAY['waiting'::text, 'main'::text])))
CONSTRAINT connection_seat_id_fkey ON public.connection FOREIGN KEY (seat_id) REFERENCES seat(id)
CONSTRAINT connection_session_id_fkey ON public.connection FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT connection_to_source_check ON public.connection CHECK ((to_source = ANY (ARRAY['webhook'::text, 'heartbeat'::text, 'sweep'::text, 'socket'::text, 'server'::text, 'correction'::text])))
CONSTRAINT consent_text_body_check ON public.consent_text CHECK ((body <> ''::text))
CONSTRAINT consent_text_kind_check ON public.consent_text CHECK ((kind = ANY (ARRAY['telehealth'::text, 'group'::text])))
CONSTRAINT consent_text_kind_version_key ON public.consent_text UNIQUE (kind, version)
CONSTRAINT consent_text_pkey ON public.consent_text PRIMARY KEY (id)
CONSTRAINT consent_text_title_check ON public.consent_text CHECK ((title <> ''::text))
CONSTRAINT consent_text_version_check ON public.consent_text CHECK ((version > 0))
CONSTRAINT consent_check ON public.consent CHECK ((to_at > from_at))
CONSTRAINT consent_check1 ON public.consent CHECK ((revoked_at >= from_at))
CONSTRAINT consent_pkey ON public.consent PRIMARY KEY (id)
CONSTRAINT consent_signers_check ON public.consent CHECK (((jsonb_typeof(signers) = 'array'::text) AND (jsonb_array_length(signers) > 0)))
CONSTRAINT consent_subject_id_fkey ON public.consent FOREIGN KEY (subject_id) REFERENCES person(id)
CONSTRAINT consent_text_id_fkey ON public.consent FOREIGN KEY (text_id) REFERENCES consent_text(id)
CONSTRAINT correction_author_id_fkey ON public.correction FOREIGN KEY (author_id) REFERENCES person(id)
CONSTRAINT correction_check ON public.correction CHECK ((to_at > from_at))
CONSTRAINT correction_effect_check ON public.correction CHECK ((effect = ANY (ARRAY['add'::text, 'remove'::text])))
CONSTRAINT correction_person_id_fkey ON public.correction FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT correction_pkey ON public.correction PRIMARY KEY (id)
CONSTRAINT correction_reason_check ON public.correction CHECK ((reason <> ''::text))
CONSTRAINT correction_session_id_fkey ON public.correction FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT device_check_browser_check ON public.device_check CHECK ((browser = ANY (ARRAY['chrome'::text, 'edge'::text, 'chromeAndroid'::text, 'firefox'::text, 'safariMac'::text, 'safariIos'::text, 'other'::text])))
CONSTRAINT device_check_camera_check ON public.device_check CHECK ((camera = ANY (ARRAY['good'::text, 'weak'::text, 'blocked'::text, 'none'::text, 'busy'::text, 'failed'::text, 'skipped'::text])))
CONSTRAINT device_check_microphone_check ON public.device_check CHECK ((microphone = ANY (ARRAY['good'::text, 'weak'::text, 'blocked'::text, 'none'::text, 'busy'::text, 'failed'::text, 'skipped'::text])))
CONSTRAINT device_check_network_check ON public.device_check CHECK ((network = ANY (ARRAY['good'::text, 'weak'::text, 'failed'::text])))
CONSTRAINT device_check_person_id_fkey ON public.device_check FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT device_check_pkey ON public.device_check PRIMARY KEY (id)
CONSTRAINT device_check_speaker_check ON public.device_check CHECK ((speaker = ANY (ARRAY['good'::text, 'notHeard'::text, 'skipped'::text])))
CONSTRAINT device_check_turn_check ON public.device_check CHECK ((turn = ANY (ARRAY['good'::text, 'failed'::text, 'notOffered'::text])))
CONSTRAINT emergency_access_check ON public.emergency_access CHECK ((person_id <> patient_id))
CONSTRAINT emergency_access_check1 ON public.emergency_access CHECK ((to_at = (from_at + '01:00:00'::interval)))
CONSTRAINT emergency_access_check2 ON public.emergency_access CHECK (((ended_at >= from_at) AND (ended_at <= to_at)))
CONSTRAINT emergency_access_check3 ON public.emergency_access CHECK ((num_nulls(reviewed_at, reviewed_by, justified) = ANY (ARRAY[0, 3])))
CONSTRAINT emergency_access_check4 ON public.emergency_access CHECK ((reviewed_by <> person_id))
CONSTRAINT emergency_access_check5 ON public.emergency_access CHECK ((reviewed_at >= COALESCE(ended_at, to_at)))
CONSTRAINT emergency_access_check6 ON public.emergency_access CHECK ((((justified IS NULL) AND (review_words = ''::text)) OR justified OR (review_words ~ '\S'::text)))
CONSTRAINT emergency_access_discloser_check ON public.emergency_access CHECK ((discloser ~ '\S'::text))
CONSTRAINT emergency_access_patient_id_fkey ON public.emergency_access FOREIGN KEY (patient_id) REFERENCES patient(person_id)
CONSTRAINT emergency_access_person_id_fkey ON public.emergency_access FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT emergency_access_pkey ON public.emergency_access PRIMARY KEY (id)
CONSTRAINT emergency_access_reason_check ON public.emergency_access CHECK ((reason ~ '\S'::text))
CONSTRAINT emergency_access_recipient_check ON public.emergency_access CHECK ((recipient ~ '\S'::text))
CONSTRAINT emergency_access_reviewed_by_fkey ON public.emergency_access FOREIGN KEY (reviewed_by) REFERENCES person(id)
CONSTRAINT emergency_contact_name_check ON public.emergency_contact CHECK ((name <> ''::text))
CONSTRAINT emergency_contact_person_id_fkey ON public.emergency_contact FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT emergency_contact_phone_check ON public.emergency_contact CHECK ((phone <> ''::text))
CONSTRAINT emergency_contact_pkey ON public.emergency_contact PRIMARY KEY (person_id)
CONSTRAINT episode_check ON public.episode CHECK (((closed_on IS NULL) OR (closed_on >= opened_on)))
CONSTRAINT episode_patient_id_fkey ON public.episode FOREIGN KEY (patient_id) REFERENCES patient(person_id)
CONSTRAINT episode_pkey ON public.episode PRIMARY KEY (id)
CONSTRAINT episode_program_id_cohort_id_fkey ON public.episode FOREIGN KEY (program_id, cohort_id) REFERENCES cohort(program_id, id)
CONSTRAINT episode_program_id_fkey ON public.episode FOREIGN KEY (program_id) REFERENCES program(id)
CONSTRAINT first_step_person_id_fkey ON public.first_step FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT first_step_pkey ON public.first_step PRIMARY KEY (person_id, step)
CONSTRAINT first_step_step_check ON public.first_step CHECK ((step = ANY (ARRAY['name'::text, 'identity'::text, 'number'::text, 'contact'::text, 'consents'::text, 'devices'::text, 'feel'::text, 'vanish'::text, 'look'::text])))
CONSTRAINT gate_check ON public.gate CHECK (((place IS NULL) = (place_id IS NULL)))
CONSTRAINT gate_number_check ON public.gate CHECK ((number <> ''::text))
CONSTRAINT gate_overheard_check ON public.gate CHECK ((overheard = ANY (ARRAY['nobody'::text, 'someone'::text])))
CONSTRAINT gate_pkey ON public.gate PRIMARY KEY (seat_id)
CONSTRAINT gate_place_id_fkey ON public.gate FOREIGN KEY (place_id) REFERENCES patient_place(id)
CONSTRAINT gate_seat_id_fkey ON public.gate FOREIGN KEY (seat_id) REFERENCES seat(id)
CONSTRAINT gate_session_id_fkey ON public.gate FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT invitation_person_id_fkey ON public.invitation FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT invitation_pkey ON public.invitation PRIMARY KEY (id)
CONSTRAINT kept_device_failed_tries_check ON public.kept_device CHECK (((failed_tries >= 0) AND (failed_tries <= 5)))
CONSTRAINT kept_device_person_id_fkey ON public.kept_device FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT kept_device_pkey ON public.kept_device PRIMARY KEY (id)
CONSTRAINT kept_device_token_hash_key ON public.kept_device UNIQUE (token_hash)
CONSTRAINT level_of_care_step_episode_id_fkey ON public.level_of_care_step FOREIGN KEY (episode_id) REFERENCES episode(id)
CONSTRAINT level_of_care_step_episode_id_from_on_key ON public.level_of_care_step UNIQUE (episode_id, from_on)
CONSTRAINT level_of_care_step_level_check ON public.level_of_care_step CHECK ((level = ANY (ARRAY['outpatient'::text, 'iop'::text, 'php'::text, 'residential'::text])))
CONSTRAINT level_of_care_step_pkey ON public.level_of_care_step PRIMARY KEY (id)
CONSTRAINT licence_override_by_id_fkey ON public.licence_override FOREIGN KEY (by_id) REFERENCES person(id)
CONSTRAINT licence_override_pkey ON public.licence_override PRIMARY KEY (id)
CONSTRAINT licence_override_reason_check ON public.licence_override CHECK ((reason <> ''::text))
CONSTRAINT licence_override_session_id_fkey ON public.licence_override FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT licence_override_state_check ON public.licence_override CHECK ((state ~ '^[A-Z]{2}$'::text))
CONSTRAINT licence_check ON public.licence CHECK ((to_on >= from_on))
CONSTRAINT licence_person_id_fkey ON public.licence FOREIGN KEY (person_id) REFERENCES staff_profile(person_id)
CONSTRAINT licence_pkey ON public.licence PRIMARY KEY (id)
CONSTRAINT licence_state_check ON public.licence CHECK ((state ~ '^[A-Z]{2}$'::text))
CONSTRAINT link_session_person_id_fkey ON public.link_session FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT link_session_pkey ON public.link_session PRIMARY KEY (id)
CONSTRAINT link_session_token_hash_key ON public.link_session UNIQUE (token_hash)
CONSTRAINT material_bytes_check ON public.material CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 10485760)))
CONSTRAINT material_check ON public.material CHECK (((bytes IS NULL) = (erased_at IS NOT NULL)))
CONSTRAINT material_kind_check ON public.material CHECK ((kind = ANY (ARRAY['pdf'::text, 'png'::text, 'jpeg'::text])))
CONSTRAINT material_pkey ON public.material PRIMARY KEY (id)
CONSTRAINT material_sent_by_fkey ON public.material FOREIGN KEY (sent_by) REFERENCES person(id)
CONSTRAINT material_session_id_fkey ON public.material FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT media_room_pkey ON public.media_room PRIMARY KEY (name)
CONSTRAINT media_room_session_id_fkey ON public.media_room FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT medium_check ON public.medium CHECK ((to_at >= from_at))
CONSTRAINT medium_kind_check ON public.medium CHECK ((kind = ANY (ARRAY['videoSent'::text, 'audioSent'::text, 'couldHear'::text])))
CONSTRAINT medium_person_id_fkey ON public.medium FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT medium_pkey ON public.medium PRIMARY KEY (id)
CONSTRAINT medium_session_id_fkey ON public.medium FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT medium_source_check ON public.medium CHECK ((source = ANY (ARRAY['webhook'::text, 'heartbeat'::text, 'sweep'::text, 'socket'::text, 'server'::text, 'correction'::text])))
CONSTRAINT "PK_8c82d7f526340ab734260ea46be" ON public.migrations PRIMARY KEY (id)
CONSTRAINT note_addendum_author_id_fkey ON public.note_addendum FOREIGN KEY (author_id) REFERENCES person(id)
CONSTRAINT note_addendum_body_check ON public.note_addendum CHECK ((btrim(body) <> ''::text))
CONSTRAINT note_addendum_note_id_fkey ON public.note_addendum FOREIGN KEY (note_id) REFERENCES note(id)
CONSTRAINT note_addendum_pkey ON public.note_addendum PRIMARY KEY (id)
CONSTRAINT note_return_by_id_fkey ON public.note_return FOREIGN KEY (by_id) REFERENCES person(id)
CONSTRAINT note_return_note_id_fkey ON public.note_return FOREIGN KEY (note_id) REFERENCES note(id)
CONSTRAINT note_return_pkey ON public.note_return PRIMARY KEY (id)
CONSTRAINT note_return_word_check ON public.note_return CHECK ((word <> ''::text))
CONSTRAINT note_author_id_fkey ON public.note FOREIGN KEY (author_id) REFERENCES person(id)
CONSTRAINT note_cosigned_check ON public.note CHECK ((((cosigned_at IS NULL) = (cosigner_id IS NULL)) AND ((cosigned_at IS NULL) = (cosign_hash IS NULL)) AND ((cosigned_at IS NULL) OR ((status = 'signed'::text) AND (cosigner_id <> author_id)))))
CONSTRAINT note_cosigner_id_fkey ON public.note FOREIGN KEY (cosigner_id) REFERENCES person(id)
CONSTRAINT note_episode_id_fkey ON public.note FOREIGN KEY (episode_id) REFERENCES episode(id)
CONSTRAINT note_format_check ON public.note CHECK ((format = 'note'::text))
CONSTRAINT note_kind_check ON public.note CHECK ((kind = ANY (ARRAY['group'::text, 'patient'::text])))
CONSTRAINT note_kind_check1 ON public.note CHECK ((((kind = 'group'::text) = (patient_id IS NULL)) AND ((kind = 'group'::text) = (episode_id IS NULL))))
CONSTRAINT note_patient_id_fkey ON public.note FOREIGN KEY (patient_id) REFERENCES patient(person_id)
CONSTRAINT note_pkey ON public.note PRIMARY KEY (id)
CONSTRAINT note_seal_check ON public.note CHECK ((seal = ANY (ARRAY[1, 2])))
CONSTRAINT note_sealed_check ON public.note CHECK (((seal = 1) OR (status = 'draft'::text) OR (facts IS NOT NULL)))
CONSTRAINT note_service_fkey ON public.note FOREIGN KEY (service) REFERENCES session_kind(code)
CONSTRAINT note_session_id_fkey ON public.note FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT note_session_id_patient_id_key ON public.note UNIQUE (session_id, patient_id)
CONSTRAINT note_signed_check ON public.note CHECK ((((status = 'draft'::text) = (signed_at IS NULL)) AND ((status = 'draft'::text) = (content_hash IS NULL))))
CONSTRAINT note_status_check ON public.note CHECK ((status = ANY (ARRAY['draft'::text, 'awaitingCosignature'::text, 'signed'::text])))
CONSTRAINT note_text_check ON public.note CHECK (((status = 'draft'::text) OR (btrim(body) <> ''::text)))
CONSTRAINT on_call_check ON public.on_call CHECK ((to_at > from_at))
CONSTRAINT on_call_person_id_fkey ON public.on_call FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT on_call_phone_check ON public.on_call CHECK ((phone ~ '\S'::text))
CONSTRAINT on_call_pkey ON public.on_call PRIMARY KEY (id)
CONSTRAINT on_call_program_id_fkey ON public.on_call FOREIGN KEY (program_id) REFERENCES program(id)
CONSTRAINT patient_place_address_check ON public.patient_place CHECK ((address <> ''::text))
CONSTRAINT patient_place_emergency_line_by_fkey ON public.patient_place FOREIGN KEY (emergency_line_by) REFERENCES person(id)
CONSTRAINT patient_place_emergency_line_check ON public.patient_place CHECK ((emergency_line ~ '^[0-9]{10}$'::text))
CONSTRAINT patient_place_kind_check ON public.patient_place CHECK ((kind = ANY (ARRAY['home'::text, 'transitional'::text, 'other'::text])))
CONSTRAINT patient_place_patient_id_fkey ON public.patient_place FOREIGN KEY (patient_id) REFERENCES patient(person_id)
CONSTRAINT patient_place_patient_id_id_key ON public.patient_place UNIQUE (patient_id, id)
CONSTRAINT patient_place_pkey ON public.patient_place PRIMARY KEY (id)
CONSTRAINT patient_place_state_check ON public.patient_place CHECK ((state ~ '^[A-Z]{2}$'::text))
CONSTRAINT patient_person_id_fkey ON public.patient FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT patient_pkey ON public.patient PRIMARY KEY (person_id)
CONSTRAINT patient_record_number_key ON public.patient UNIQUE (record_number)
CONSTRAINT payer_rule_pkey ON public.payer_rule PRIMARY KEY (id)
CONSTRAINT payer_rule_program_id_fkey ON public.payer_rule FOREIGN KEY (program_id) REFERENCES program(id)
CONSTRAINT person_display_name_check ON public.person CHECK ((display_name <> ''::text))
CONSTRAINT person_email_key ON public.person UNIQUE (email)
CONSTRAINT person_family_name_check ON public.person CHECK ((family_name <> ''::text))
CONSTRAINT person_given_name_check ON public.person CHECK ((given_name <> ''::text))
CONSTRAINT person_pkey ON public.person PRIMARY KEY (id)
CONSTRAINT person_user_id_fkey ON public.person FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE SET NULL
CONSTRAINT person_user_id_key ON public.person UNIQUE (user_id)
CONSTRAINT program_name_check ON public.program CHECK ((name <> ''::text))
CONSTRAINT program_name_key ON public.program UNIQUE (name)
CONSTRAINT program_pkey ON public.program PRIMARY KEY (id)
CONSTRAINT role_assignment_check ON public.role_assignment CHECK (((to_at IS NULL) OR (to_at >= from_at)))
CONSTRAINT role_assignment_person_id_fkey ON public.role_assignment FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT role_assignment_pkey ON public.role_assignment PRIMARY KEY (id)
CONSTRAINT role_assignment_program_id_fkey ON public.role_assignment FOREIGN KEY (program_id) REFERENCES program(id)
CONSTRAINT role_assignment_role_check ON public.role_assignment CHECK ((role = ANY (ARRAY['patient'::text, 'therapist'::text, 'supervisor'::text, 'coordinator'::text, 'prescriber'::text, 'peerMentor'::text, 'vocationalSpecialist'::text, 'familyContact'::text, 'biller'::text, 'administrator'::text])))
CONSTRAINT room_command_person_id_fkey ON public.room_command FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT room_command_pkey ON public.room_command PRIMARY KEY (session_id, id)
CONSTRAINT room_command_session_id_fkey ON public.room_command FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT room_event_actor_id_fkey ON public.room_event FOREIGN KEY (actor_id) REFERENCES person(id)
CONSTRAINT room_event_pkey ON public.room_event PRIMARY KEY (session_id, seq)
CONSTRAINT room_event_seq_check ON public.room_event CHECK ((seq > 0))
CONSTRAINT room_event_session_id_fkey ON public.room_event FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT room_text_check ON public.room_text CHECK (((body IS NULL) = (erased_at IS NOT NULL)))
CONSTRAINT room_text_pkey ON public.room_text PRIMARY KEY (id)
CONSTRAINT room_text_session_id_fkey ON public.room_text FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT seat_capacity_check ON public.seat CHECK ((capacity = ANY (ARRAY['lead'::text, 'coLead'::text, 'patient'::text, 'observer'::text, 'coFacilitator'::text, 'family'::text, 'guest'::text])))
CONSTRAINT seat_check ON public.seat CHECK (((capacity <> 'patient'::text) OR (episode_id IS NOT NULL)))
CONSTRAINT seat_during_check ON public.seat CHECK ((NOT isempty(during)))
CONSTRAINT seat_ended_by_fkey ON public.seat FOREIGN KEY (ended_by) REFERENCES person(id)
CONSTRAINT seat_episode_id_fkey ON public.seat FOREIGN KEY (episode_id) REFERENCES episode(id)
CONSTRAINT seat_no_double_booking ON public.seat EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (holds_time)
CONSTRAINT seat_person_id_fkey ON public.seat FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT seat_pkey ON public.seat PRIMARY KEY (id)
CONSTRAINT seat_session_id_fkey ON public.seat FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT seat_session_id_person_id_key ON public.seat UNIQUE (session_id, person_id)
CONSTRAINT sensory_profile_ceiling_db_check ON public.sensory_profile CHECK (((ceiling_db >= '-36'::integer) AND (ceiling_db <= 0)))
CONSTRAINT sensory_profile_person_id_fkey ON public.sensory_profile FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT sensory_profile_pkey ON public.sensory_profile PRIMARY KEY (person_id)
CONSTRAINT session_block_kind_check ON public.session_block CHECK ((kind = ANY (ARRAY['checkIn'::text, 'process'::text, 'break'::text, 'skills'::text, 'rolePlay'::text, 'education'::text, 'social'::text, 'visit'::text, 'closing'::text])))
CONSTRAINT session_block_lead_id_fkey ON public.session_block FOREIGN KEY (lead_id) REFERENCES person(id)
CONSTRAINT session_block_minutes_check ON public.session_block CHECK ((minutes > 0))
CONSTRAINT session_block_pkey ON public.session_block PRIMARY KEY (id)
CONSTRAINT session_block_session_id_fkey ON public.session_block FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT session_block_session_id_position_key ON public.session_block UNIQUE (session_id, "position") DEFERRABLE INITIALLY DEFERRED
CONSTRAINT session_kind_pkey ON public.session_kind PRIMARY KEY (code)
CONSTRAINT session_talk_pkey ON public.session_talk PRIMARY KEY (session_id, seat_id)
CONSTRAINT session_talk_seat_id_fkey ON public.session_talk FOREIGN KEY (seat_id) REFERENCES seat(id)
CONSTRAINT session_talk_seconds_check ON public.session_talk CHECK ((seconds > 0))
CONSTRAINT session_talk_session_id_fkey ON public.session_talk FOREIGN KEY (session_id) REFERENCES session(id)
CONSTRAINT session_cancelled_by_fkey ON public.session FOREIGN KEY (cancelled_by) REFERENCES person(id)
CONSTRAINT session_cancelled_whose_check ON public.session CHECK ((cancelled_whose = ANY (ARRAY['ours'::text, 'patient'::text])))
CONSTRAINT session_check ON public.session CHECK (((ended_at IS NULL) OR (ended_at >= started_at)))
CONSTRAINT session_check1 ON public.session CHECK (((cancelled_at IS NULL) = (cancelled_whose IS NULL)))
CONSTRAINT session_check2 ON public.session CHECK (((cancelled_at IS NULL) OR (started_at IS NULL)))
CONSTRAINT session_created_by_fkey ON public.session FOREIGN KEY (created_by) REFERENCES person(id)
CONSTRAINT session_ending_check ON public.session CHECK ((ending = ANY (ARRAY['lead'::text, 'everyoneLeft'::text])))
CONSTRAINT session_kind_fkey ON public.session FOREIGN KEY (kind) REFERENCES session_kind(code)
CONSTRAINT session_mode_check ON public.session CHECK ((mode = ANY (ARRAY['virtual'::text, 'inPerson'::text, 'mixed'::text])))
CONSTRAINT session_pkey ON public.session PRIMARY KEY (id)
CONSTRAINT session_planned_minutes_check ON public.session CHECK ((planned_minutes > 0))
CONSTRAINT session_program_id_cohort_id_fkey ON public.session FOREIGN KEY (program_id, cohort_id) REFERENCES cohort(program_id, id)
CONSTRAINT session_program_id_fkey ON public.session FOREIGN KEY (program_id) REFERENCES program(id)
CONSTRAINT session_title_check ON public.session CHECK ((title <> ''::text))
CONSTRAINT sign_in_state_how_check ON public.sign_in_state CHECK ((how = ANY (ARRAY['password'::text, 'link'::text, 'code'::text, 'backupCode'::text, 'pin'::text])))
CONSTRAINT sign_in_state_pkey ON public.sign_in_state PRIMARY KEY (sign_in_id)
CONSTRAINT sign_in_state_sign_in_id_fkey ON public.sign_in_state FOREIGN KEY (sign_in_id) REFERENCES auth.session(id) ON DELETE CASCADE
CONSTRAINT sign_in_try_pkey ON public.sign_in_try PRIMARY KEY (account, address)
CONSTRAINT signing_window_pkey ON public.signing_window PRIMARY KEY (sign_in_id)
CONSTRAINT signing_window_sign_in_id_fkey ON public.signing_window FOREIGN KEY (sign_in_id) REFERENCES auth.session(id) ON DELETE CASCADE
CONSTRAINT staff_profile_npi_check ON public.staff_profile CHECK ((npi ~ '^[0-9]{10}$'::text))
CONSTRAINT staff_profile_person_id_fkey ON public.staff_profile FOREIGN KEY (person_id) REFERENCES person(id)
CONSTRAINT staff_profile_pkey ON public.staff_profile PRIMARY KEY (person_id)
CONSTRAINT supervision_check ON public.supervision CHECK ((supervisor_id <> person_id))
CONSTRAINT supervision_check1 ON public.supervision CHECK (((to_on IS NULL) OR (to_on >= from_on)))
CONSTRAINT supervision_person_id_fkey ON public.supervision FOREIGN KEY (person_id) REFERENCES staff_profile(person_id)
CONSTRAINT supervision_pkey ON public.supervision PRIMARY KEY (id)
CONSTRAINT supervision_supervisor_id_fkey ON public.supervision FOREIGN KEY (supervisor_id) REFERENCES person(id)
CONSTRAINT used_code_pkey ON public.used_code PRIMARY KEY (user_id, code_hash)
CONSTRAINT used_code_user_id_fkey ON public.used_code FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId")
CREATE UNIQUE INDEX "rateLimit_key_key" ON auth."rateLimit" USING btree (key)
CREATE UNIQUE INDEX "rateLimit_pkey" ON auth."rateLimit" USING btree (id)
CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId")
CREATE UNIQUE INDEX "twoFactor_pkey" ON auth."twoFactor" USING btree (id)
CREATE INDEX "twoFactor_secret_idx" ON auth."twoFactor" USING btree (secret)
CREATE INDEX "twoFactor_userId_idx" ON auth."twoFactor" USING btree ("userId")
CREATE UNIQUE INDEX account_pkey ON auth.account USING btree (id)
CREATE UNIQUE INDEX session_pkey ON auth.session USING btree (id)
CREATE UNIQUE INDEX session_token_key ON auth.session USING btree (token)
CREATE UNIQUE INDEX user_email_key ON auth."user" USING btree (email)
CREATE UNIQUE INDEX user_pkey ON auth."user" USING btree (id)
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier)
CREATE UNIQUE INDEX verification_pkey ON auth.verification USING btree (id)
CREATE UNIQUE INDEX "PK_8c82d7f526340ab734260ea46be" ON public.migrations USING btree (id)
CREATE UNIQUE INDEX activity_pkey ON public.activity USING btree (id)
CREATE INDEX activity_session ON public.activity USING btree (session_id)
CREATE UNIQUE INDEX actual_block_pkey ON public.actual_block USING btree (id)
CREATE INDEX actual_block_session ON public.actual_block USING btree (session_id)
CREATE INDEX audit_event_actor ON public.audit_event USING btree (actor_id, at)
CREATE UNIQUE INDEX audit_event_entry ON public.audit_event USING btree (entry_id, patient_id) NULLS NOT DISTINCT WHERE (entry_id IS NOT NULL)
CREATE INDEX audit_event_patient ON public.audit_event USING btree (patient_id, at) WHERE (patient_id IS NOT NULL)
CREATE UNIQUE INDEX audit_event_pkey ON public.audit_event USING btree (id)
CREATE UNIQUE INDEX audit_seal_pkey ON public.audit_seal USING btree (id)
CREATE UNIQUE INDEX audit_seal_position_key ON public.audit_seal USING btree ("position")
CREATE INDEX care_team_member_episode ON public.care_team_member USING btree (episode_id)
CREATE INDEX care_team_member_person ON public.care_team_member USING btree (person_id)
CREATE UNIQUE INDEX care_team_member_pkey ON public.care_team_member USING btree (id)
CREATE UNIQUE INDEX check_room_name_key ON public.check_room USING btree (name)
CREATE INDEX check_room_open ON public.check_room USING btree (opened_at) WHERE (closed_at IS NULL)
CREATE INDEX check_room_person ON public.check_room USING btree (person_id, opened_at)
CREATE UNIQUE INDEX check_room_pkey ON public.check_room USING btree (id)
CREATE UNIQUE INDEX cohort_pkey ON public.cohort USING btree (id)
CREATE UNIQUE INDEX cohort_program_id_id_key ON public.cohort USING btree (program_id, id)
CREATE UNIQUE INDEX cohort_program_id_name_key ON public.cohort USING btree (program_id, name)
CREATE INDEX connection_identity ON public.connection USING btree (identity)
CREATE INDEX connection_open ON public.connection USING btree (last_seen) WHERE (to_at IS NULL)
CREATE INDEX connection_person ON public.connection USING btree (person_id, from_at)
CREATE UNIQUE INDEX connection_pkey ON public.connection USING btree (sid)
CREATE INDEX connection_session ON public.connection USING btree (session_id, person_id) INCLUDE (from_at, to_at, last_seen)
CREATE UNIQUE INDEX consent_pkey ON public.consent USING btree (id)
CREATE INDEX consent_subject ON public.consent USING btree (subject_id, text_id)
CREATE UNIQUE INDEX consent_text_kind_version_key ON public.consent_text USING btree (kind, version)
CREATE UNIQUE INDEX consent_text_pkey ON public.consent_text USING btree (id)
CREATE UNIQUE INDEX correction_pkey ON public.correction USING btree (id)
CREATE INDEX correction_session ON public.correction USING btree (session_id, person_id)
CREATE INDEX device_check_at ON public.device_check USING btree (at)
CREATE INDEX device_check_person ON public.device_check USING btree (person_id, at DESC)
CREATE UNIQUE INDEX device_check_pkey ON public.device_check USING btree (id)
CREATE INDEX emergency_access_person ON public.emergency_access USING btree (person_id, patient_id, to_at)
CREATE UNIQUE INDEX emergency_access_pkey ON public.emergency_access USING btree (id)
CREATE INDEX emergency_access_review ON public.emergency_access USING btree (patient_id) WHERE (reviewed_at IS NULL)
CREATE UNIQUE INDEX emergency_contact_pkey ON public.emergency_contact USING btree (person_id)
CREATE UNIQUE INDEX episode_one_open ON public.episode USING btree (patient_id, program_id) WHERE (closed_on IS NULL)
CREATE UNIQUE INDEX episode_pkey ON public.episode USING btree (id)
CREATE UNIQUE INDEX first_step_pkey ON public.first_step USING btree (person_id, step)
CREATE UNIQUE INDEX gate_pkey ON public.gate USING btree (seat_id)
CREATE INDEX gate_session ON public.gate USING btree (session_id)
CREATE INDEX invitation_person ON public.invitation USING btree (person_id, sent_at)
CREATE UNIQUE INDEX invitation_pkey ON public.invitation USING btree (id)
CREATE INDEX kept_device_person ON public.kept_device USING btree (person_id) WHERE (revoked_at IS NULL)
CREATE UNIQUE INDEX kept_device_pkey ON public.kept_device USING btree (id)
CREATE UNIQUE INDEX kept_device_token_hash_key ON public.kept_device USING btree (token_hash)
CREATE UNIQUE INDEX level_of_care_step_episode_id_from_on_key ON public.level_of_care_step USING btree (episode_id, from_on)
CREATE UNIQUE INDEX level_of_care_step_pkey ON public.level_of_care_step USING btree (id)
CREATE UNIQUE INDEX licence_override_pkey ON public.licence_override USING btree (id)
CREATE INDEX licence_override_session ON public.licence_override USING btree (session_id)
CREATE INDEX licence_person ON public.licence USING btree (person_id)
CREATE UNIQUE INDEX licence_pkey ON public.licence USING btree (id)
CREATE UNIQUE INDEX link_session_pkey ON public.link_session USING btree (id)
CREATE UNIQUE INDEX link_session_token_hash_key ON public.link_session USING btree (token_hash)
CREATE INDEX material_kept ON public.material USING btree (sent_at) WHERE (bytes IS NOT NULL)
CREATE UNIQUE INDEX material_pkey ON public.material USING btree (id)
CREATE INDEX material_session ON public.material USING btree (session_id)
CREATE UNIQUE INDEX media_room_pkey ON public.media_room USING btree (name)
CREATE INDEX media_room_session ON public.media_room USING btree (session_id)
CREATE UNIQUE INDEX medium_one_open ON public.medium USING btree (session_id, person_id, kind) WHERE (to_at IS NULL)
CREATE UNIQUE INDEX medium_pkey ON public.medium USING btree (id)
CREATE INDEX medium_session ON public.medium USING btree (session_id, person_id)
CREATE INDEX note_addendum_note ON public.note_addendum USING btree (note_id, at)
CREATE UNIQUE INDEX note_addendum_pkey ON public.note_addendum USING btree (id)
CREATE INDEX note_author_draft ON public.note USING btree (author_id) WHERE (status = 'draft'::text)
CREATE INDEX note_awaiting ON public.note USING btree (author_id) WHERE (status = 'awaitingCosignature'::text)
CREATE UNIQUE INDEX note_one_group ON public.note USING btree (session_id) WHERE (kind = 'group'::text)
CREATE UNIQUE INDEX note_pkey ON public.note USING btree (id)
CREATE INDEX note_return_note ON public.note_return USING btree (note_id, at)
CREATE UNIQUE INDEX note_return_pkey ON public.note_return USING btree (id)
CREATE UNIQUE INDEX note_session_id_patient_id_key ON public.note USING btree (session_id, patient_id)
CREATE UNIQUE INDEX on_call_pkey ON public.on_call USING btree (id)
CREATE INDEX on_call_program ON public.on_call USING btree (program_id, to_at) WHERE (removed_at IS NULL)
CREATE UNIQUE INDEX patient_pkey ON public.patient USING btree (person_id)
CREATE UNIQUE INDEX patient_place_patient_id_id_key ON public.patient_place USING btree (patient_id, id)
CREATE UNIQUE INDEX patient_place_pkey ON public.patient_place USING btree (id)
CREATE UNIQUE INDEX patient_record_number_key ON public.patient USING btree (record_number)
CREATE UNIQUE INDEX payer_rule_pkey ON public.payer_rule USING btree (id)
CREATE UNIQUE INDEX person_email_key ON public.person USING btree (email)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
CREATE UNIQUE INDEX person_user_id_key ON public.person USING btree (user_id)
CREATE UNIQUE INDEX program_name_key ON public.program USING btree (name)
CREATE UNIQUE INDEX program_pkey ON public.program USING btree (id)
CREATE INDEX role_assignment_person ON public.role_assignment USING btree (person_id)
CREATE UNIQUE INDEX role_assignment_pkey ON public.role_assignment USING btree (id)
CREATE UNIQUE INDEX room_command_pkey ON public.room_command USING btree (session_id, id)
CREATE UNIQUE INDEX room_event_pkey ON public.room_event USING btree (session_id, seq)
CREATE UNIQUE INDEX room_text_pkey ON public.room_text USING btree (id)
CREATE INDEX room_text_session ON public.room_text USING btree (session_id)
CREATE INDEX seat_no_double_booking ON public.seat USING gist (person_id, during) WHERE holds_time
CREATE INDEX seat_person ON public.seat USING btree (person_id, during)
CREATE UNIQUE INDEX seat_pkey ON public.seat USING btree (id)
CREATE UNIQUE INDEX seat_session_id_person_id_key ON public.seat USING btree (session_id, person_id)
CREATE UNIQUE INDEX sensory_profile_pkey ON public.sensory_profile USING btree (person_id)
CREATE UNIQUE INDEX session_block_pkey ON public.session_block USING btree (id)
CREATE UNIQUE INDEX session_block_session_id_position_key ON public.session_block USING btree (session_id, "position")
CREATE UNIQUE INDEX session_kind_pkey ON public.session_kind USING btree (code)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id)
CREATE INDEX session_program_start ON public.session USING btree (program_id, starts_at)
CREATE INDEX session_running ON public.session USING btree (started_at) WHERE ((started_at IS NOT NULL) AND (ended_at IS NULL))
CREATE UNIQUE INDEX session_talk_pkey ON public.session_talk USING btree (session_id, seat_id)
CREATE UNIQUE INDEX sign_in_state_pkey ON public.sign_in_state USING btree (sign_in_id)
CREATE UNIQUE INDEX sign_in_try_pkey ON public.sign_in_try USING btree (account, address)
CREATE UNIQUE INDEX signing_window_pkey ON public.signing_window USING btree (sign_in_id)
CREATE UNIQUE INDEX staff_profile_pkey ON public.staff_profile USING btree (person_id)
CREATE INDEX supervision_person ON public.supervision USING btree (person_id)
CREATE UNIQUE INDEX supervision_pkey ON public.supervision USING btree (id)
CREATE UNIQUE INDEX used_code_pkey ON public.used_code USING btree (user_id, code_hash)
CREATE TRIGGER password_changed AFTER UPDATE OF password ON auth.account FOR EACH ROW WHEN ((old.password IS DISTINCT FROM new.password)) EXECUTE FUNCTION end_kept_devices()
CREATE TRIGGER sign_in_ended AFTER DELETE ON auth.session FOR EACH ROW EXECUTE FUNCTION tell_access_changed()
CREATE TRIGGER consent_changed AFTER INSERT OR UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION tell_rooms_of_person()
CREATE TRIGGER consent_kept BEFORE UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION keep_consent()
CREATE TRIGGER device_check_kept AFTER INSERT ON public.device_check FOR EACH ROW EXECUTE FUNCTION tell_rooms_of_person()
CREATE TRIGGER emergency_access_kept BEFORE UPDATE ON public.emergency_access FOR EACH ROW EXECUTE FUNCTION keep_emergency_access()
CREATE TRIGGER care_ended AFTER UPDATE OF closed_on ON public.episode FOR EACH ROW WHEN (((new.closed_on IS NOT NULL) AND (old.closed_on IS DISTINCT FROM new.closed_on))) EXECUTE FUNCTION end_seats_with_care()
CREATE TRIGGER gate_changed AFTER INSERT OR UPDATE ON public.gate FOR EACH ROW EXECUTE FUNCTION tell_room_changed()
CREATE TRIGGER licence_overridden AFTER INSERT ON public.licence_override FOR EACH ROW EXECUTE FUNCTION tell_room_changed()
CREATE TRIGGER licence_changed AFTER INSERT OR DELETE OR UPDATE ON public.licence FOR EACH ROW EXECUTE FUNCTION tell_rooms_of_person()
CREATE TRIGGER link_session_ended AFTER UPDATE OF revoked_at, expires_at ON public.link_session FOR EACH ROW EXECUTE FUNCTION tell_access_changed()
CREATE TRIGGER signed_note_stands BEFORE INSERT OR DELETE OR UPDATE ON public.note FOR EACH ROW EXECUTE FUNCTION refuse_signed_note_change()
CREATE TRIGGER role_changed AFTER UPDATE ON public.role_assignment FOR EACH ROW EXECUTE FUNCTION tell_access_changed()
CREATE TRIGGER seat_changed AFTER INSERT OR UPDATE ON public.seat FOR EACH ROW EXECUTE FUNCTION tell_room_changed()
CREATE TRIGGER sensory_changed AFTER INSERT OR UPDATE ON public.sensory_profile FOR EACH ROW EXECUTE FUNCTION tell_rooms_of_person()
CREATE TRIGGER block_changed AFTER INSERT OR DELETE OR UPDATE ON public.session_block FOR EACH ROW EXECUTE FUNCTION tell_room_changed()
CREATE TRIGGER session_changed AFTER UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION tell_room_changed()
CREATE TRIGGER session_moved AFTER UPDATE OF starts_at ON public.session FOR EACH ROW WHEN (((new.starts_at > old.starts_at) AND (new.started_at IS NULL))) EXECUTE FUNCTION ask_gates_again()
VIEW public.consent_now  SELECT c.id,
    c.subject_id,
    t.kind,
    t.version,
    c.to_at
   FROM (consent c
     JOIN consent_text t ON ((t.id = c.text_id)))
  WHERE ((c.revoked_at IS NULL) AND (c.from_at <= now()) AND ((c.to_at IS NULL) OR (c.to_at > now())) AND (NOT (EXISTS ( SELECT 1
           FROM consent_text newer
          WHERE ((newer.kind = t.kind) AND (newer.version > t.version) AND (newer.from_on <= CURRENT_DATE))))));
VIEW public.seat_gate  SELECT x.id AS seat_id,
    x.session_id,
    x.person_id,
    st.step,
    (st.step = 'done'::text) AS passed,
        CASE
            WHEN g.driving THEN 'gate.driving'::text
            WHEN ((st.step = 'consent'::text) AND (g.declined_at IS NOT NULL)) THEN 'gate.consentMissing'::text
            WHEN (st.step = 'licence'::text) THEN 'gate.licence'::text
            ELSE NULL::text
        END AS refusal,
    g.changed_at AS since,
    (g.place ->> 'kind'::text) AS place_kind,
    (g.overheard = 'someone'::text) AS someone_near
   FROM (((((seat x
     JOIN session s ON ((s.id = x.session_id)))
     JOIN session_kind k ON ((k.code = s.kind)))
     JOIN program p ON ((p.id = s.program_id)))
     LEFT JOIN gate g ON ((g.seat_id = x.id)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (g.seat_id IS NULL) THEN 'notBegun'::text
                    WHEN ((g.place IS NULL) OR (g.driving IS DISTINCT FROM false)) THEN 'place'::text
                    WHEN (g.overheard IS NULL) THEN 'overheard'::text
                    WHEN (g.number IS NULL) THEN 'number'::text
                    WHEN (NOT (EXISTS ( SELECT 1
                       FROM consent_now c
                      WHERE ((c.subject_id = x.person_id) AND (c.kind = 'telehealth'::text))))) THEN 'consent'::text
                    WHEN (k.several_patients AND (NOT (EXISTS ( SELECT 1
                       FROM consent_now c
                      WHERE ((c.subject_id = x.person_id) AND (c.kind = 'group'::text)))))) THEN 'consent'::text
                    WHEN (k.counts_by_default AND (NOT (EXISTS ( SELECT 1
                       FROM (seat l
                         JOIN licence held ON ((held.person_id = l.person_id)))
                      WHERE ((l.session_id = s.id) AND (l.capacity = ANY (ARRAY['lead'::text, 'coLead'::text])) AND (l.ended_at IS NULL) AND (held.state = (g.place ->> 'state'::text)) AND ((((s.starts_at AT TIME ZONE p.zone))::date >= held.from_on) AND (((s.starts_at AT TIME ZONE p.zone))::date <= held.to_on)))))) AND (NOT (EXISTS ( SELECT 1
                       FROM licence_override o
                      WHERE ((o.session_id = s.id) AND (o.state = (g.place ->> 'state'::text))))))) THEN 'licence'::text
                    ELSE 'done'::text
                END AS step
         OFFSET 0) st)
  WHERE (x.capacity = ANY (ARRAY['patient'::text, 'coFacilitator'::text]));
CREATE OR REPLACE FUNCTION public.ask_gates_again()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    UPDATE gate SET place_id = NULL, place = NULL, overheard = NULL, number = NULL, driving = NULL, passed_at = NULL, licence = NULL
    WHERE session_id = NEW.id AND changed_at < NEW.starts_at - interval '12 hours';
    RETURN NULL;
  END $function$
CREATE OR REPLACE FUNCTION public.attendance_spans(of_session uuid, as_of timestamp with time zone)
 RETURNS TABLE(seat_id uuid, person_id uuid, capacity text, present tstzmultirange, counted tstzmultirange)
 LANGUAGE sql
 STABLE
AS $function$
        WITH held AS (
          SELECT s.program_id, span(s.started_at, coalesce(s.ended_at, as_of)) AS time FROM session s WHERE s.id = of_session
        ), rule AS (
          SELECT r.count_breaks, r.staff_required FROM payer_rule r, held
          WHERE r.program_id IS NULL OR r.program_id = held.program_id
          ORDER BY r.program_id NULLS LAST, r.id LIMIT 1
        ), connected AS (
          SELECT c.person_id, range_agg(span(c.from_at, coalesce(c.to_at, c.last_seen))) AS spans
          FROM connection c WHERE c.session_id = of_session AND c.place = 'main' GROUP BY c.person_id
        ), corrected AS (
          SELECT k.person_id,
            coalesce(range_agg(span(k.from_at, k.to_at)) FILTER (WHERE k.effect = 'add'), '{}') AS added,
            coalesce(range_agg(span(k.from_at, k.to_at)) FILTER (WHERE k.effect = 'remove'), '{}') AS removed
          FROM correction k WHERE k.session_id = of_session GROUP BY k.person_id
        ), inside AS (
          SELECT x.id, x.person_id, x.capacity,
            (coalesce(c.spans, '{}') + coalesce(k.added, '{}') - coalesce(k.removed, '{}')) * tstzmultirange(held.time) AS spans,
            x.capacity IN ('lead', 'coLead') AND EXISTS (
              SELECT 1 FROM role_assignment r
              WHERE r.person_id = x.person_id AND r.role NOT IN ('patient', 'familyContact')
                AND (r.program_id IS NULL OR r.program_id = held.program_id)
                AND tstzrange(r.from_at, r.to_at, '[]') && held.time) AS is_staff
          FROM seat x CROSS JOIN held
          LEFT JOIN connected c ON c.person_id = x.person_id
          LEFT JOIN corrected k ON k.person_id = x.person_id
          WHERE x.session_id = of_session
        ), staff AS (
          SELECT coalesce(range_agg(s), '{}') AS spans FROM inside, unnest(inside.spans) AS s WHERE inside.is_staff
        ), pauses AS (
          SELECT a.person_id, range_agg(span(a.from_at, coalesce(a.to_at, 'infinity'))) AS spans
          FROM activity a, rule
          WHERE a.session_id = of_session AND NOT (a.kind = 'break' AND rule.count_breaks) GROUP BY a.person_id
        )
        SELECT i.id, i.person_id, i.capacity, i.spans,
          (i.spans - coalesce(own.spans, '{}') - coalesce(everyones.spans, '{}'))
            * CASE WHEN rule.staff_required THEN staff.spans ELSE '{(,)}' END
        FROM inside i CROSS JOIN rule CROSS JOIN staff
        LEFT JOIN pauses own ON own.person_id = i.person_id
        LEFT JOIN pauses everyones ON everyones.person_id IS NULL
      $function$
CREATE OR REPLACE FUNCTION public.end_kept_devices()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
      BEGIN
        UPDATE kept_device SET revoked_at = now()
        FROM person p WHERE p.id = kept_device.person_id AND p.user_id = NEW."userId" AND kept_device.revoked_at IS NULL;
        RETURN NULL;
      END $function$
CREATE OR REPLACE FUNCTION public.end_seats_with_care()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        UPDATE seat SET ended_at = now(), ended_reason = 'The episode of care has ended.', holds_time = false
        FROM session s
        WHERE s.id = seat.session_id AND seat.episode_id = NEW.id AND seat.ended_at IS NULL
          AND s.started_at IS NULL AND s.cancelled_at IS NULL
          AND (s.starts_local)::date > NEW.closed_on;
        RETURN NULL;
      END $function$
CREATE OR REPLACE FUNCTION public.keep_consent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF OLD.revoked_at IS NOT NULL OR to_jsonb(NEW) - 'revoked_at' <> to_jsonb(OLD) - 'revoked_at' THEN
          RAISE EXCEPTION 'A consent stays as it was signed.';
        END IF;
        RETURN NEW;
      END $function$
CREATE OR REPLACE FUNCTION public.keep_emergency_access()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE
    over boolean := OLD.ended_at IS NOT NULL OR OLD.to_at <= now();
  BEGIN
    IF to_jsonb(NEW) - ARRAY['ended_at', 'reviewed_at', 'reviewed_by', 'justified', 'review_words']
      <> to_jsonb(OLD) - ARRAY['ended_at', 'reviewed_at', 'reviewed_by', 'justified', 'review_words'] THEN
      RAISE EXCEPTION 'An emergency access stays as it was opened.';
    END IF;
    IF NEW.ended_at IS DISTINCT FROM OLD.ended_at AND (over OR NEW.ended_at IS DISTINCT FROM now()) THEN
      RAISE EXCEPTION 'An emergency access ends once, and now.';
    END IF;
    IF (NEW.reviewed_at, NEW.reviewed_by, NEW.justified, NEW.review_words)
      IS DISTINCT FROM (OLD.reviewed_at, OLD.reviewed_by, OLD.justified, OLD.review_words)
      AND (NOT over OR OLD.reviewed_at IS NOT NULL OR NEW.reviewed_at IS DISTINCT FROM now()) THEN
      RAISE EXCEPTION 'An emergency access is reviewed once, after its end.';
    END IF;
    RETURN NEW;
  END $function$
CREATE OR REPLACE FUNCTION public.most_patients_at_once(of_session uuid, as_of timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
        WITH spans AS (
          SELECT s FROM attendance_spans(of_session, as_of) a, unnest(a.present) AS s WHERE a.capacity = 'patient'
        ), steps AS (
          SELECT lower(s) AS at, 1 AS change FROM spans UNION ALL SELECT upper(s), -1 FROM spans
        )
        SELECT coalesce(max(present), 0)::integer
        FROM (SELECT sum(change) OVER (ORDER BY at, change ROWS UNBOUNDED PRECEDING) AS present FROM steps) AS counts
      $function$
CREATE OR REPLACE FUNCTION public.refuse_signed_note_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE
    cosigning text[] := ARRAY['status', 'cosigner_id', 'cosigned_at', 'cosigner_name', 'cosigner_credentials', 'cosigner_licences',
      'cosign_hash', 'updated_at'];
    returning_it text[] := ARRAY['status', 'signed_at', 'signer_name', 'signer_credentials', 'signer_licences', 'facts', 'group_hash',
      'late_entry_on', 'content_hash', 'opened_version', 'seal', 'updated_at'];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.status <> 'draft' THEN
        RAISE EXCEPTION 'A note begins as a draft' USING ERRCODE = 'RJ001';
      END IF;
      RETURN NEW;
    END IF;
    IF OLD.status = 'signed' THEN
      RAISE EXCEPTION 'A signed note cannot be changed' USING ERRCODE = 'RJ001';
    END IF;
    IF OLD.status = 'awaitingCosignature' AND (TG_OP = 'DELETE' OR NOT (
      NEW.status = 'signed' AND NEW.cosigned_at IS NOT NULL AND to_jsonb(NEW) - cosigning = to_jsonb(OLD) - cosigning
      OR NEW.status = 'draft' AND to_jsonb(NEW) - returning_it = to_jsonb(OLD) - returning_it
        AND EXISTS (SELECT FROM note_return r WHERE r.note_id = OLD.id AND r.content_hash = OLD.content_hash))) THEN
      RAISE EXCEPTION 'A note that waits for a co-signature cannot be changed' USING ERRCODE = 'RJ002';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $function$
CREATE OR REPLACE FUNCTION public.seconds_in(spans tstzmultirange)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
        SELECT coalesce(extract(epoch FROM sum(upper(s) - lower(s))), 0)::double precision FROM unnest(spans) AS s
      $function$
CREATE OR REPLACE FUNCTION public.span(from_at timestamp with time zone, to_at timestamp with time zone)
 RETURNS tstzrange
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
        SELECT CASE WHEN from_at < to_at THEN tstzrange(from_at, to_at) ELSE 'empty'::tstzrange END
      $function$
CREATE OR REPLACE FUNCTION public.tell_access_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF TG_TABLE_SCHEMA = 'auth' THEN
          PERFORM pg_notify('access_changed', json_build_object('authSessionId', OLD.id)::text);
        ELSIF TG_TABLE_NAME = 'link_session' THEN
          PERFORM pg_notify('access_changed', json_build_object('linkSessionId', NEW.id)::text);
        ELSE
          PERFORM pg_notify('access_changed', json_build_object('personId', NEW.person_id)::text);
        END IF;
        RETURN NULL;
      END $function$
CREATE OR REPLACE FUNCTION public.tell_room_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF TG_TABLE_NAME = 'session' THEN
          PERFORM pg_notify('room_changed', NEW.id::text);
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM pg_notify('room_changed', OLD.session_id::text);
        ELSE
          PERFORM pg_notify('room_changed', NEW.session_id::text);
        END IF;
        RETURN NULL;
      END $function$
CREATE OR REPLACE FUNCTION public.tell_rooms_of_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE
    whose uuid := CASE
      WHEN TG_TABLE_NAME = 'consent' THEN (to_jsonb(NEW) ->> 'subject_id')::uuid
      WHEN TG_OP = 'DELETE' THEN (to_jsonb(OLD) ->> 'person_id')::uuid
      ELSE (to_jsonb(NEW) ->> 'person_id')::uuid END;
  BEGIN
    PERFORM pg_notify('room_changed', s.id::text)
    FROM seat x JOIN session s ON s.id = x.session_id
    WHERE x.person_id = whose AND x.during && tstzrange(now() - interval '1 day', now() + interval '1 day')
      AND s.ended_at IS NULL AND s.cancelled_at IS NULL;
    RETURN NULL;
  END $function$
GRANT USAGE ON auth TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON auth."rateLimit" TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON auth."twoFactor" TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON auth."user" TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON auth.account TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON auth.session TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON auth.verification TO rejoin_app
GRANT USAGE ON public TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.activity TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.actual_block TO rejoin_app
GRANT EXECUTE ON public.ask_gates_again() TO PUBLIC
GRANT EXECUTE ON public.attendance_spans(of_session uuid, as_of timestamp with time zone) TO PUBLIC
GRANT SELECT ON public.audit_event TO rejoin_app
GRANT USAGE ON public.audit_event_id_seq TO rejoin_app
GRANT SELECT ON public.audit_seal TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.care_team_member TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON public.check_room TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.cohort TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.connection TO rejoin_app
GRANT INSERT, SELECT ON public.consent TO rejoin_app
GRANT SELECT ON public.consent_now TO rejoin_app
GRANT INSERT, SELECT ON public.consent_text TO rejoin_app
GRANT INSERT, SELECT ON public.correction TO rejoin_app
GRANT DELETE, INSERT, SELECT ON public.device_check TO rejoin_app
GRANT SELECT ON public.emergency_access TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.emergency_contact TO rejoin_app
GRANT EXECUTE ON public.end_kept_devices() TO PUBLIC
GRANT EXECUTE ON public.end_seats_with_care() TO PUBLIC
GRANT INSERT, SELECT, UPDATE ON public.episode TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.first_step TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.gate TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.invitation TO rejoin_app
GRANT EXECUTE ON public.keep_consent() TO PUBLIC
GRANT EXECUTE ON public.keep_emergency_access() TO PUBLIC
GRANT INSERT, SELECT, UPDATE ON public.kept_device TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.level_of_care_step TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON public.licence TO rejoin_app
GRANT INSERT, SELECT ON public.licence_override TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.link_session TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.material TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.media_room TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.medium TO rejoin_app
GRANT SELECT ON public.migrations TO rejoin_app
GRANT USAGE ON public.migrations_id_seq TO rejoin_app
GRANT EXECUTE ON public.most_patients_at_once(of_session uuid, as_of timestamp with time zone) TO PUBLIC
GRANT INSERT, SELECT, UPDATE ON public.note TO rejoin_app
GRANT INSERT, SELECT ON public.note_addendum TO rejoin_app
GRANT INSERT, SELECT ON public.note_return TO rejoin_app
GRANT INSERT, SELECT ON public.on_call TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.patient TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.patient_place TO rejoin_app
GRANT INSERT, SELECT ON public.payer_rule TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.person TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.program TO rejoin_app
GRANT EXECUTE ON public.refuse_signed_note_change() TO PUBLIC
GRANT INSERT, SELECT, UPDATE ON public.role_assignment TO rejoin_app
GRANT INSERT, SELECT ON public.room_command TO rejoin_app
GRANT INSERT, SELECT ON public.room_event TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.room_text TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.seat TO rejoin_app
GRANT SELECT ON public.seat_gate TO rejoin_app
GRANT EXECUTE ON public.seconds_in(spans tstzmultirange) TO PUBLIC
GRANT INSERT, SELECT, UPDATE ON public.sensory_profile TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.session TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON public.session_block TO rejoin_app
GRANT SELECT ON public.session_kind TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON public.session_talk TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.sign_in_state TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON public.sign_in_try TO rejoin_app
GRANT INSERT, SELECT, UPDATE ON public.signing_window TO rejoin_app
GRANT EXECUTE ON public.span(from_at timestamp with time zone, to_at timestamp with time zone) TO PUBLIC
GRANT INSERT, SELECT, UPDATE ON public.staff_profile TO rejoin_app
GRANT DELETE, INSERT, SELECT, UPDATE ON public.supervision TO rejoin_app
GRANT EXECUTE ON public.tell_access_changed() TO PUBLIC
GRANT EXECUTE ON public.tell_room_changed() TO PUBLIC
GRANT EXECUTE ON public.tell_rooms_of_person() TO PUBLIC
GRANT DELETE, INSERT, SELECT, UPDATE ON public.used_code TO rejoin_app
