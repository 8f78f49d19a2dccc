// zod's compiled parsers need eval, which our content security policy forbids. It reads this when it is loaded, so zod need not be.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
