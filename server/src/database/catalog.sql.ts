/** The whole schema as sorted lines of text: what TypeORM does not see (checks, triggers, functions, grants) included. */
export const catalogSql = `
WITH space AS (SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('public', 'auth')),
relation AS (
  SELECT c.*, format('%I.%I', s.nspname, c.relname) AS named FROM pg_class c JOIN space s ON s.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
),
routine AS (
  SELECT p.*, format('%I.%I(%s)', s.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS named
  FROM pg_proc p JOIN space s ON s.oid = p.pronamespace
  WHERE NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
),
grants AS (
  SELECT named, acl.grantee, acl.privilege_type FROM relation r, aclexplode(r.relacl) acl WHERE acl.grantee <> r.relowner
  UNION ALL
  SELECT named, acl.grantee, acl.privilege_type FROM routine r, aclexplode(coalesce(r.proacl, acldefault('f', r.proowner))) acl
    WHERE acl.grantee <> r.proowner
  UNION ALL
  SELECT s.nspname, acl.grantee, acl.privilege_type FROM space s JOIN pg_namespace n ON n.oid = s.oid, aclexplode(n.nspacl) acl
    WHERE acl.grantee <> n.nspowner
)
SELECT line FROM (
  SELECT 1 AS part, named AS what, a.attnum::int AS at,
    format('COLUMN %s.%I %s%s%s%s', named, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
      CASE WHEN d.oid IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END,
      CASE WHEN a.attidentity <> '' THEN ' IDENTITY ' || a.attidentity::text ELSE '' END) AS line
  FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
  WHERE r.relkind IN ('r', 'v', 'm', 'p')
  UNION ALL
  SELECT 2, named || c.conname, 0, format('CONSTRAINT %I ON %s %s', c.conname, named, pg_get_constraintdef(c.oid))
  FROM pg_constraint c JOIN relation r ON r.oid = c.conrelid WHERE c.contype IN ('c', 'f', 'p', 'u', 'x')
  UNION ALL
  SELECT 3, named, 0, pg_get_indexdef(r.oid) FROM relation r WHERE r.relkind = 'i'
  UNION ALL
  SELECT 4, named || t.tgname, 0, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
  UNION ALL
  SELECT 5, named, 0, format('VIEW %s %s', named, pg_get_viewdef(r.oid)) FROM relation r WHERE r.relkind IN ('v', 'm')
  UNION ALL
  SELECT 6, named, 0, pg_get_functiondef(r.oid) FROM routine r WHERE r.prokind IN ('f', 'p')
  UNION ALL
  SELECT 7, named, 0, format('GRANT %s ON %s TO %s', string_agg(privilege_type, ', ' ORDER BY privilege_type), named,
    CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee)::text END)
  FROM grants GROUP BY named, grantee
) lines ORDER BY part, what COLLATE "C", at, line COLLATE "C"`;
