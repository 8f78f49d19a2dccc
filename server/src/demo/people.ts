const password = 'calm-harbor-2026';

const demo = (name: string, role: string, email: string) => ({ name, role, email: `${email}@example.org`, password });

/** Who there is to sign in as in a trial. The names are made up; nobody else has them. */
export const demoPeople: { name: string; email: string; password: string; role: string }[] = [
  demo('Ruth Alvarado', 'Therapist', 'ruth'),
  demo('Maya Okafor', 'Patient', 'maya'),
  demo('Jonas Weber', 'Patient', 'jonas'),
  demo('Priya Raman', 'Patient', 'priya'),
  demo('Theo Lindqvist', 'Patient', 'theo'),
  demo('Carmen Duarte', 'Patient', 'carmen'),
  demo('Ellis Brandt', 'Patient', 'ellis'),
  demo('Samuel Osei', 'Co-therapist', 'samuel'),
  demo('Hannah Whitfield', 'Coordinator', 'hannah'),
  demo('Victor Marsh', 'Supervisor', 'victor'),
  demo('Lena Castellano', 'Prescriber', 'lena'),
  demo('Dale Pritchard', 'Peer mentor', 'dale'),
  demo('Nadia Forsberg', 'Biller', 'nadia'),
  demo('Grace Tillman', 'Administrator', 'grace'),
];
