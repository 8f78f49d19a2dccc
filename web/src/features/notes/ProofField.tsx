import { Anchor, PasswordInput, TextInput } from '@mantine/core';
import type { Proof } from './useProof';

/** Who signs shows again that it is them; nothing while signing is open. */
export function ProofField({ proof }: { proof: Proof }) {
  if (!proof.asks) return null;
  const error = proof.error?.message;
  return (
    <div>
      {proof.by === 'password' ? (
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          maxLength={128}
          value={proof.value}
          error={error}
          onChange={(event) => proof.change('password', event.currentTarget.value)}
          data-autofocus
        />
      ) : (
        <TextInput
          label="Code from your app"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={proof.value}
          error={error}
          onChange={(event) => proof.change('code', event.currentTarget.value)}
          autoFocus
        />
      )}
      {proof.takesCode && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          mt="xs"
          onClick={() => proof.change(proof.by === 'code' ? 'password' : 'code', '')}
        >
          {proof.by === 'code' ? 'Use my password instead' : 'Use a code from my app instead'}
        </Anchor>
      )}
    </div>
  );
}
