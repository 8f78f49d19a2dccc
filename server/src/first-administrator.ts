import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NewPerson } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { foundation } from './app.module.js';
import { readConfig } from './config.js';
import { AccountService } from './people/account.service.js';
import { PersonService } from './people/person.service.js';
import { RoleAssignment } from './people/role-assignment.entity.js';

const usage = 'node server/dist/first-administrator.js --email avery@example.org --given Avery --family Stone [--zone America/New_York]';

function readPerson(): NewPerson {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      given: { type: 'string' },
      family: { type: 'string' },
      zone: { type: 'string', default: 'America/New_York' },
    },
  });
  const { email, given, family, zone } = values;
  const parsed = NewPerson.safeParse({ id: randomUUID(), givenName: given, familyName: family, displayName: given, zone, email });
  if (parsed.success && email) return parsed.data;
  throw new Error(`The first administrator needs an e-mail address and a name:\n${usage}`);
}

@Module({})
class OfficeModule {}

/** Everyone else is added by somebody in the pages; the first one comes by this command, once. */
async function addFirstAdministrator(input: NewPerson): Promise<void> {
  const imports = foundation({ ...readConfig(), LOG_LEVEL: 'silent' });
  const app = await NestFactory.createApplicationContext({ module: OfficeModule, imports }, { logger: false });
  try {
    const person = await app.get(DataSource).transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(1)');
      if (await tx.existsBy(RoleAssignment, { role: 'administrator' }))
        throw new Error('There is an administrator already: they add people in the pages.');
      const added = await app.get(PersonService).insert(tx, input);
      await tx.insert(RoleAssignment, {
        id: randomUUID(),
        personId: added.id,
        role: 'administrator',
        programId: null,
        from: new Date(),
        to: null,
      });
      return added;
    });
    if (person.userId && person.email) await app.get(AccountService).sendInvitation(person.userId, person.email);
    process.stdout.write(`A mail to choose a password is on its way to ${person.email}.\n`);
  } finally {
    await app.close();
  }
}

await addFirstAdministrator(readPerson()).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
