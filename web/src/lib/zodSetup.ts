import { z } from 'zod';

// zod's compiled parsers need eval, which our content security policy forbids.
z.config({ jitless: true });
