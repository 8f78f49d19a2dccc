import { NewPatient } from './patient.js';
import { PersonChange } from './person.js';

export const PatientChange = PersonChange.extend({ recordNumber: NewPatient.shape.recordNumber.optional() });
