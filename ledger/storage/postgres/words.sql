-- The functions that statements know from SQLite, with its answers.
CREATE FUNCTION typeof(anyelement) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN $1 IS NULL THEN 'null'
    WHEN pg_typeof($1) IN ('bigint'::regtype, 'integer'::regtype, 'numeric'::regtype)
    THEN 'integer' ELSE pg_typeof($1)::text END
$$;
-- Only '%06d' and its like.
CREATE FUNCTION printf(text, bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT lpad($2::text, greatest(substr($1, 3, length($1) - 3)::int, length($2::text)), '0')
$$;
CREATE FUNCTION instr(text, text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT strpos($1, $2)::bigint
$$;
CREATE FUNCTION min(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL ELSE least($1, $2) END
$$;
CREATE FUNCTION max(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL ELSE greatest($1, $2) END
$$;
CREATE FUNCTION min(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL ELSE least($1, $2) END
$$;
CREATE FUNCTION max(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL ELSE greatest($1, $2) END
$$;
CREATE FUNCTION json_valid(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT $1 IS JSON
$$;
CREATE FUNCTION json_each(text) RETURNS TABLE (key text, value text) LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF NOT $1 IS JSON THEN
    RETURN;
  ELSIF jsonb_typeof($1::jsonb) = 'array' THEN
    RETURN QUERY SELECT (n - 1)::text, v
      FROM jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS t(v, n);
  ELSE
    RETURN QUERY SELECT * FROM jsonb_each_text($1::jsonb);
  END IF;
END $$;
-- A path of one name; anything else is refused.
CREATE FUNCTION json_extract(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN $2 ~ '^\$\.[a-z_]+$' THEN $1::jsonb ->> substr($2, 3)
    ELSE (1 / 0)::text END
$$;
-- Whole days; only their differences are used.
CREATE FUNCTION julianday(text) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT ($1::date - '0001-01-01'::date)::numeric
$$;
-- A day so many days away: '-7 days'.
CREATE FUNCTION date(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT to_char($1::date + $2::interval, 'YYYY-MM-DD')
$$;
-- What the file says of itself. A server looks after its pages and its keys to other tables alone.
CREATE FUNCTION pragma_table_list() RETURNS TABLE (schema text, name text, type text)
LANGUAGE sql STABLE AS $$
  SELECT 'main', relname::text, 'table' FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
$$;
CREATE FUNCTION pragma_table_info(text)
RETURNS TABLE (cid bigint, name text, type text, "notnull" bigint, dflt_value text, pk bigint)
LANGUAGE sql STABLE AS $$
  SELECT a.attnum::bigint - 1, a.attname::text,
    CASE a.atttypid WHEN 'bigint'::regtype THEN 'INTEGER' ELSE 'TEXT' END,
    a.attnotnull::int::bigint, NULL::text, COALESCE(array_position(i.indkey::int[], a.attnum::int) + 1, 0)
  FROM pg_attribute AS a
  LEFT JOIN pg_index AS i ON i.indrelid = a.attrelid AND i.indisprimary
  WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY a.attnum
$$;
CREATE FUNCTION pragma_integrity_check(text) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT 'ok'
$$;
CREATE FUNCTION pragma_foreign_key_check() RETURNS TABLE (of text, at text) LANGUAGE sql AS $$
  SELECT '', '' WHERE false
$$;
CREATE FUNCTION pragma_shrink_memory() RETURNS SETOF text LANGUAGE sql AS $$
  SELECT '' WHERE false
$$;
