import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Short facts side by side, each under its name; empty ones are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== '')
        .map((fact) => (
          <div key={fact.label} className={classes.fact}>
            <dt className={classes.label}>{fact.label}</dt>
            <dd className={classes.value}>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
