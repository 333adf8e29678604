CREATE TABLE account_balances (
  account TEXT NOT NULL,
  fund TEXT NOT NULL,
  month TEXT NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  PRIMARY KEY (account, fund, month)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE account_days (
  day TEXT NOT NULL,
  account TEXT NOT NULL,
  fund TEXT NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  PRIMARY KEY (day, account, fund)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE accounts (
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('asset', 'liability', 'equity', 'income', 'expense')),
  name_th TEXT NOT NULL,
  name_en TEXT NOT NULL,
  parent TEXT,
  head INTEGER NOT NULL CHECK ("head" IN (0, 1)),
  card TEXT CHECK ("card" IN ('savings', 'share', 'contribution', 'bank', 'loan', 'borrowing', 'grant', 'remittance')),
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE acts (
  number INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  business_day TEXT NOT NULL,
  user TEXT NOT NULL,
  command TEXT NOT NULL,
  payload TEXT NOT NULL,
  command_id TEXT NOT NULL,
  result TEXT NOT NULL,
  program TEXT NOT NULL,
  marks TEXT NOT NULL,
  previous TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (number),
  UNIQUE (command_id)
)
 STRICT;
CREATE TABLE applications (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  kind TEXT NOT NULL CHECK ("kind" IN ('ordinary', 'associate')),
  zone TEXT NOT NULL,
  household TEXT NOT NULL,
  person INTEGER NOT NULL,
  commitment TEXT NOT NULL,
  decision TEXT NOT NULL CHECK ("decision" IN ('waiting', 'approved', 'rejected')),
  decided_on TEXT CHECK ("decided_on" LIKE '____-__-__'),
  resolution TEXT NOT NULL,
  member TEXT,
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE approval_requests (
  number INTEGER NOT NULL,
  command TEXT NOT NULL,
  digest TEXT NOT NULL,
  because TEXT NOT NULL CHECK ("because" IN ('payout', 'write_off', 'rate', 'void', 'reopening', 'restore', 'users', 'person', 'faults')),
  maker TEXT NOT NULL,
  member TEXT,
  concerned TEXT,
  amount INTEGER CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  done INTEGER NOT NULL CHECK ("done" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE approval_rules (
  from_day TEXT NOT NULL CHECK ("from_day" LIKE '____-__-__'),
  required INTEGER NOT NULL CHECK ("required" IN (0, 1)),
  payout_limit INTEGER NOT NULL CHECK ("payout_limit" BETWEEN -1000000000000000 AND 1000000000000000),
  resolution TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (from_day, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE approvals (
  request INTEGER NOT NULL,
  approved INTEGER NOT NULL CHECK ("approved" IN (0, 1)),
  "by" TEXT NOT NULL,
  digest TEXT NOT NULL,
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (request)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE approvals_used (
  request INTEGER NOT NULL,
  digest TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (request)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE attendances (
  meeting INTEGER NOT NULL,
  member TEXT NOT NULL,
  present INTEGER NOT NULL CHECK ("present" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (meeting, member, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE audit_answers (
  question INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  text TEXT NOT NULL CHECK ("text" = '' OR length("text") = 56),
  settles INTEGER NOT NULL CHECK ("settles" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (question, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE audit_questions (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  text TEXT NOT NULL CHECK ("text" = '' OR length("text") = 56),
  state TEXT NOT NULL CHECK ("state" IN ('open', 'answered', 'settled')),
  entry INTEGER,
  member TEXT,
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE backups_taken (
  number INTEGER NOT NULL,
  file TEXT NOT NULL,
  medium TEXT NOT NULL,
  through_act INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  medium_id TEXT NOT NULL,
  outside INTEGER NOT NULL CHECK ("outside" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE bank_accounts (
  card INTEGER NOT NULL,
  code TEXT NOT NULL,
  bank TEXT NOT NULL,
  branch TEXT NOT NULL,
  account_number TEXT NOT NULL,
  account_name TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE bank_lines (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  text TEXT NOT NULL CHECK ("text" = '' OR length("text") = 56),
  balance INTEGER CHECK ("balance" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE bank_matches (
  card INTEGER NOT NULL,
  bank_line INTEGER NOT NULL,
  entry INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, bank_line, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE budget_lines (
  year INTEGER NOT NULL,
  account TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (year, account, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE budgets (
  year INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  resolution TEXT NOT NULL,
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (year, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE card_balances (
  month TEXT NOT NULL,
  card INTEGER NOT NULL,
  account TEXT NOT NULL,
  fund TEXT NOT NULL,
  debit INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  PRIMARY KEY (month, card, account, fund)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE card_partners (
  card INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE cards (
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('savings', 'share', 'contribution', 'bank', 'loan', 'borrowing', 'grant', 'remittance')),
  account TEXT NOT NULL,
  opened_on TEXT NOT NULL CHECK ("opened_on" LIKE '____-__-__'),
  product TEXT NOT NULL,
  member TEXT,
  fund TEXT NOT NULL,
  matures_on TEXT CHECK ("matures_on" LIKE '____-__-__'),
  closed_on TEXT CHECK ("closed_on" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE carried_members (
  carrying INTEGER NOT NULL,
  member TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (carrying, member)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE carried_things (
  carrying INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('account', 'grant', 'asset', 'welfare', 'benefit')),
  code TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (carrying, kind, code)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE carryings (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  source TEXT NOT NULL,
  entry INTEGER,
  taken_back_on TEXT CHECK ("taken_back_on" LIKE '____-__-__'),
  sheet TEXT NOT NULL,
  workbook INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE cash_counts (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  counted INTEGER NOT NULL CHECK ("counted" BETWEEN -1000000000000000 AND 1000000000000000),
  booked INTEGER NOT NULL CHECK ("booked" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  counted_by TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE cash_pieces (
  count INTEGER NOT NULL,
  denomination INTEGER NOT NULL CHECK ("denomination" BETWEEN -1000000000000000 AND 1000000000000000),
  pieces INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (count, denomination)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE charge_payments (
  charge INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (charge, entry)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE charge_types (
  code TEXT NOT NULL,
  name_th TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('entrance_fee', 'fine', 'dues', 'rent', 'premium')),
  account TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  fund TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  card INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE charges (
  number INTEGER NOT NULL,
  type TEXT NOT NULL,
  member TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  due_on TEXT NOT NULL CHECK ("due_on" LIKE '____-__-__'),
  cancelled INTEGER NOT NULL CHECK ("cancelled" IN (0, 1)),
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE claim_payouts (
  claim INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  payee TEXT NOT NULL CHECK ("payee" = '' OR length("payee") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (claim, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE claim_receipts (
  claim INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  document TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (claim, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE claim_reductions (
  claim INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (claim, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE cleared_flags (
  number INTEGER NOT NULL,
  flag TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  "by" TEXT NOT NULL,
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE closings (
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  closed_through TEXT,
  locked_through TEXT,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  closed_by TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE collaterals (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('land', 'building', 'deposit', 'vehicle', 'other')),
  description TEXT NOT NULL CHECK ("description" = '' OR length("description") = 56),
  value INTEGER NOT NULL CHECK ("value" BETWEEN -1000000000000000 AND 1000000000000000),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  released_on TEXT CHECK ("released_on" LIKE '____-__-__'),
  released_why TEXT NOT NULL CHECK ("released_why" = '' OR length("released_why") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE committee_terms (
  number INTEGER NOT NULL,
  committee TEXT NOT NULL,
  member TEXT NOT NULL,
  position TEXT NOT NULL CHECK ("position" IN ('chairperson', 'vice_chair', 'secretary', 'treasurer', 'inspector', 'member', 'adviser')),
  since TEXT NOT NULL CHECK ("since" LIKE '____-__-__'),
  until TEXT NOT NULL CHECK ("until" LIKE '____-__-__'),
  resolution TEXT NOT NULL,
  ended_on TEXT CHECK ("ended_on" LIKE '____-__-__'),
  end_reason TEXT NOT NULL CHECK ("end_reason" = '' OR length("end_reason") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE committees (
  code TEXT NOT NULL,
  name_th TEXT NOT NULL,
  name_en TEXT NOT NULL,
  working_group INTEGER NOT NULL CHECK ("working_group" IN (0, 1)),
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE confirmations (
  card INTEGER NOT NULL,
  at TEXT NOT NULL CHECK ("at" LIKE '____-__-__'),
  outcome TEXT NOT NULL CHECK ("outcome" IN ('agreed', 'disagreed', 'no_reply', 'not_found')),
  booked INTEGER NOT NULL CHECK ("booked" BETWEEN -1000000000000000 AND 1000000000000000),
  stated INTEGER CHECK ("stated" BETWEEN -1000000000000000 AND 1000000000000000),
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, at, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE consents (
  member TEXT NOT NULL,
  covers TEXT NOT NULL CHECK ("covers" IN ('photo', 'health')),
  consented INTEGER NOT NULL CHECK ("consented" IN (0, 1)),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  document TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (member, covers, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE cooperative (
  book TEXT NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('housing', 'savings-group', 'village-fund', 'welfare-fund', 'journal')),
  name_th TEXT NOT NULL,
  name_en TEXT NOT NULL,
  registration TEXT NOT NULL,
  address TEXT NOT NULL,
  telephone TEXT NOT NULL,
  auditor_telephone TEXT NOT NULL,
  year_ends_in INTEGER NOT NULL,
  starts_on TEXT CHECK ("starts_on" LIKE '____-__-__'),
  cash_limit INTEGER CHECK ("cash_limit" BETWEEN -1000000000000000 AND 1000000000000000),
  receipt_series TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK ("practice" IN (0, 1)),
  promptpay TEXT NOT NULL,
  thai_digits INTEGER NOT NULL CHECK ("thai_digits" IN (0, 1)),
  common_era INTEGER NOT NULL CHECK ("common_era" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (book, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE depreciation_rows (
  run INTEGER NOT NULL,
  asset TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (run, asset)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE depreciation_runs (
  number INTEGER NOT NULL,
  through TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  entry INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK ("total" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE desk_drafts (
  place TEXT NOT NULL,
  item TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (place, item)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE due_payments (
  allocation INTEGER NOT NULL,
  member TEXT NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  entry INTEGER NOT NULL,
  dividend INTEGER NOT NULL CHECK ("dividend" BETWEEN -1000000000000000 AND 1000000000000000),
  refund INTEGER NOT NULL CHECK ("refund" BETWEEN -1000000000000000 AND 1000000000000000),
  debts INTEGER NOT NULL CHECK ("debts" BETWEEN -1000000000000000 AND 1000000000000000),
  bank TEXT NOT NULL,
  card INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (allocation, member, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE entries (
  number INTEGER NOT NULL,
  day TEXT NOT NULL CHECK (day LIKE '____-__-__'),
  event TEXT NOT NULL,
  memo TEXT NOT NULL CHECK ("memo" = '' OR length("memo") = 56),
  reverses INTEGER,
  reason TEXT CHECK ("reason" = '' OR length("reason") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (number),
  FOREIGN KEY(reverses) REFERENCES entries (number)
)
 STRICT;
CREATE TABLE erasures (
  person INTEGER NOT NULL,
  member TEXT NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (person)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE fiscal_years (
  year INTEGER NOT NULL,
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  entry INTEGER NOT NULL,
  surplus INTEGER NOT NULL CHECK ("surplus" BETWEEN -1000000000000000 AND 1000000000000000),
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (year, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE fixed_assets (
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('land', 'building', 'equipment', 'durable', 'vehicle')),
  cost INTEGER NOT NULL CHECK ("cost" BETWEEN -1000000000000000 AND 1000000000000000),
  residual INTEGER NOT NULL CHECK ("residual" BETWEEN -1000000000000000 AND 1000000000000000),
  bought TEXT NOT NULL CHECK ("bought" LIKE '____-__-__'),
  first TEXT NOT NULL,
  months INTEGER NOT NULL,
  brought INTEGER NOT NULL CHECK ("brought" BETWEEN -1000000000000000 AND 1000000000000000),
  place TEXT NOT NULL,
  fund TEXT NOT NULL,
  entry INTEGER,
  disposed TEXT CHECK ("disposed" LIKE '____-__-__'),
  disposal INTEGER,
  proceeds INTEGER NOT NULL CHECK ("proceeds" BETWEEN -1000000000000000 AND 1000000000000000),
  why TEXT NOT NULL CHECK ("why" = '' OR length("why") = 56),
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  mistake INTEGER NOT NULL CHECK ("mistake" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE free_texts (
  commitment TEXT NOT NULL CHECK (length(commitment) = 56),
  salt TEXT NOT NULL,
  words TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (commitment)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE funds (
  code TEXT NOT NULL,
  name_th TEXT NOT NULL,
  name_en TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE grant_budgets (
  grant TEXT NOT NULL,
  line TEXT NOT NULL,
  name TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  per_household INTEGER NOT NULL CHECK ("per_household" IN (0, 1)),
  household_limit INTEGER CHECK ("household_limit" BETWEEN -1000000000000000 AND 1000000000000000),
  resolution TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (grant, line, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE grant_parts (
  grant TEXT NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  document TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (grant, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE grant_returns (
  grant TEXT NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  document TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (grant, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE grant_spendings (
  grant TEXT NOT NULL,
  number INTEGER NOT NULL,
  line TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  payee TEXT NOT NULL CHECK ("payee" = '' OR length("payee") = 56),
  purpose TEXT NOT NULL CHECK ("purpose" = '' OR length("purpose") = 56),
  household TEXT NOT NULL,
  document TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (grant, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE grants (
  code TEXT NOT NULL,
  card INTEGER NOT NULL,
  donor TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK ("purpose" = '' OR length("purpose") = 56),
  total INTEGER NOT NULL CHECK ("total" BETWEEN -1000000000000000 AND 1000000000000000),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  fund TEXT NOT NULL,
  agreement TEXT NOT NULL,
  ends_on TEXT CHECK ("ends_on" LIKE '____-__-__'),
  closed_on TEXT CHECK ("closed_on" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE handed_in (
  number INTEGER NOT NULL,
  month TEXT NOT NULL,
  through_act INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  public TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE holds (
  number INTEGER NOT NULL,
  card INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  released_on TEXT CHECK ("released_on" LIKE '____-__-__'),
  loan INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE import_maps (
  name TEXT NOT NULL,
  target TEXT NOT NULL CHECK ("target" IN ('bank', 'members', 'entries', 'receipts')),
  encoding TEXT NOT NULL CHECK ("encoding" IN ('utf-8', 'windows-874')),
  columns TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (name, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE import_runs (
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('entries', 'receipts', 'statement')),
  source TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  card INTEGER,
  taken_back_on TEXT CHECK ("taken_back_on" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE inspections (
  number INTEGER NOT NULL,
  month TEXT NOT NULL,
  topic TEXT NOT NULL CHECK ("topic" = '' OR length("topic") = 56),
  found TEXT NOT NULL CHECK ("found" = '' OR length("found") = 56),
  effect TEXT NOT NULL CHECK ("effect" = '' OR length("effect") = 56),
  recommendation TEXT NOT NULL CHECK ("recommendation" = '' OR length("recommendation") = 56),
  result TEXT NOT NULL CHECK ("result" = '' OR length("result") = 56),
  followed_on TEXT CHECK ("followed_on" LIKE '____-__-__'),
  settled INTEGER NOT NULL CHECK ("settled" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE insurance_claims (
  number INTEGER NOT NULL,
  policy TEXT NOT NULL,
  member TEXT NOT NULL,
  event_on TEXT NOT NULL CHECK ("event_on" LIKE '____-__-__'),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  loan INTEGER,
  reference TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE insurance_policies (
  code TEXT NOT NULL,
  card INTEGER NOT NULL,
  charge_type TEXT NOT NULL,
  insurer TEXT NOT NULL,
  name TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  fund TEXT NOT NULL,
  contract TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE interest_accruals (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  entry INTEGER NOT NULL,
  receivable INTEGER NOT NULL CHECK ("receivable" BETWEEN -1000000000000000 AND 1000000000000000),
  payable INTEGER NOT NULL CHECK ("payable" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE interest_postings (
  number INTEGER NOT NULL,
  product TEXT NOT NULL,
  start TEXT CHECK ("start" LIKE '____-__-__'),
  through TEXT NOT NULL CHECK ("through" LIKE '____-__-__'),
  entry INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK ("total" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE interest_rows (
  posting INTEGER NOT NULL,
  card INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (posting, card)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE kept_reports (
  closing INTEGER NOT NULL,
  month TEXT NOT NULL,
  form INTEGER NOT NULL,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (closing, month)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE keys_noted (
  number INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  mark TEXT NOT NULL,
  users TEXT NOT NULL,
  tries INTEGER NOT NULL,
  by_sheet INTEGER NOT NULL CHECK ("by_sheet" IN (0, 1)),
  networks TEXT NOT NULL,
  by_network TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE lease_rents (
  lease TEXT NOT NULL,
  from_month TEXT NOT NULL,
  rate INTEGER CHECK ("rate" BETWEEN -1000000000000000 AND 1000000000000000),
  fixed INTEGER CHECK ("fixed" BETWEEN -1000000000000000 AND 1000000000000000),
  every INTEGER NOT NULL,
  resolution TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (lease, from_month, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE leases (
  code TEXT NOT NULL,
  card INTEGER NOT NULL,
  charge_type TEXT NOT NULL,
  owner TEXT NOT NULL,
  area INTEGER NOT NULL CHECK ("area" >= 0),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  fund TEXT NOT NULL,
  contract TEXT NOT NULL,
  rounding TEXT NOT NULL CHECK ("rounding" IN ('satang_half_up', 'satang_half_even', 'satang_down', 'satang_up', 'five_satang_nearest', 'five_satang_down', 'five_satang_up', 'ten_satang_nearest', 'ten_satang_down', 'ten_satang_up', 'quarter_nearest', 'quarter_down', 'quarter_up', 'half_baht_nearest', 'half_baht_down', 'half_baht_up', 'baht_nearest', 'baht_half_even', 'baht_down', 'baht_up', 'five_baht_nearest', 'five_baht_down', 'five_baht_up', 'ten_baht_nearest', 'ten_baht_down', 'ten_baht_up', 'hundred_baht_nearest', 'hundred_baht_down', 'hundred_baht_up')),
  ends_on TEXT CHECK ("ends_on" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE lender_receipts (
  card INTEGER NOT NULL,
  payment INTEGER NOT NULL,
  receipt TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, payment, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE lender_statements (
  card INTEGER NOT NULL,
  at TEXT NOT NULL CHECK ("at" LIKE '____-__-__'),
  stated INTEGER NOT NULL CHECK ("stated" BETWEEN -1000000000000000 AND 1000000000000000),
  booked INTEGER NOT NULL CHECK ("booked" BETWEEN -1000000000000000 AND 1000000000000000),
  reference TEXT NOT NULL,
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  kind TEXT NOT NULL CHECK ("kind" IN ('statement', 'confirmation')),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, at, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_applications (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  member TEXT NOT NULL,
  type TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  purpose TEXT NOT NULL CHECK ("purpose" = '' OR length("purpose") = 56),
  instalments INTEGER,
  decision TEXT NOT NULL CHECK ("decision" IN ('waiting', 'approved', 'rejected')),
  decided_on TEXT CHECK ("decided_on" LIKE '____-__-__'),
  decided_by TEXT NOT NULL,
  resolution TEXT NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  granted INTEGER CHECK ("granted" BETWEEN -1000000000000000 AND 1000000000000000),
  card INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_class_steps (
  from_day TEXT NOT NULL CHECK ("from_day" LIKE '____-__-__'),
  more_than INTEGER NOT NULL,
  loan_class TEXT NOT NULL CHECK ("loan_class" IN ('normal', 'substandard', 'doubtful', 'doubtful_of_loss', 'loss')),
  rate TEXT NOT NULL,
  suspends INTEGER NOT NULL CHECK ("suspends" IN (0, 1)),
  resolution TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (from_day, more_than, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_contracts (
  account TEXT NOT NULL,
  interest_account TEXT NOT NULL,
  penalty_account TEXT NOT NULL,
  fund TEXT NOT NULL,
  method TEXT NOT NULL CHECK ("method" IN ('equal_instalment', 'equal_principal', 'bullet', 'by_hand')),
  interest TEXT NOT NULL CHECK ("interest" IN ('declining', 'flat')),
  day_count TEXT NOT NULL CHECK ("day_count" IN ('actual/365', 'actual/actual', 'actual/360', '30/360', 'months')),
  rounding TEXT NOT NULL CHECK ("rounding" IN ('satang_half_up', 'satang_half_even', 'satang_down', 'satang_up', 'five_satang_nearest', 'five_satang_down', 'five_satang_up', 'ten_satang_nearest', 'ten_satang_down', 'ten_satang_up', 'quarter_nearest', 'quarter_down', 'quarter_up', 'half_baht_nearest', 'half_baht_down', 'half_baht_up', 'baht_nearest', 'baht_half_even', 'baht_down', 'baht_up', 'five_baht_nearest', 'five_baht_down', 'five_baht_up', 'ten_baht_nearest', 'ten_baht_down', 'ten_baht_up', 'hundred_baht_nearest', 'hundred_baht_down', 'hundred_baht_up')),
  instalment_rounding TEXT NOT NULL CHECK ("instalment_rounding" IN ('satang_half_up', 'satang_half_even', 'satang_down', 'satang_up', 'five_satang_nearest', 'five_satang_down', 'five_satang_up', 'ten_satang_nearest', 'ten_satang_down', 'ten_satang_up', 'quarter_nearest', 'quarter_down', 'quarter_up', 'half_baht_nearest', 'half_baht_down', 'half_baht_up', 'baht_nearest', 'baht_half_even', 'baht_down', 'baht_up', 'five_baht_nearest', 'five_baht_down', 'five_baht_up', 'ten_baht_nearest', 'ten_baht_down', 'ten_baht_up', 'hundred_baht_nearest', 'hundred_baht_down', 'hundred_baht_up')),
  principal_rounding TEXT NOT NULL CHECK ("principal_rounding" IN ('satang_half_up', 'satang_half_even', 'satang_down', 'satang_up', 'five_satang_nearest', 'five_satang_down', 'five_satang_up', 'ten_satang_nearest', 'ten_satang_down', 'ten_satang_up', 'quarter_nearest', 'quarter_down', 'quarter_up', 'half_baht_nearest', 'half_baht_down', 'half_baht_up', 'baht_nearest', 'baht_half_even', 'baht_down', 'baht_up', 'five_baht_nearest', 'five_baht_down', 'five_baht_up', 'ten_baht_nearest', 'ten_baht_down', 'ten_baht_up', 'hundred_baht_nearest', 'hundred_baht_down', 'hundred_baht_up')),
  split TEXT CHECK ("split" IN ('by_days', 'by_plan', 'proportional')),
  "order" TEXT NOT NULL,
  early TEXT NOT NULL CHECK ("early" IN ('shorten', 'lower', 'advance')),
  penalty_kind TEXT NOT NULL CHECK ("penalty_kind" IN ('none', 'fixed', 'overdue_principal', 'overdue_instalment')),
  penalty_amount INTEGER NOT NULL CHECK ("penalty_amount" BETWEEN -1000000000000000 AND 1000000000000000),
  penalty_rate TEXT NOT NULL,
  penalty_grace INTEGER NOT NULL,
  penalty_cap INTEGER CHECK ("penalty_cap" BETWEEN -1000000000000000 AND 1000000000000000),
  card INTEGER NOT NULL,
  type TEXT NOT NULL,
  direction TEXT NOT NULL CHECK ("direction" IN ('out', 'in')),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  approved INTEGER NOT NULL CHECK ("approved" BETWEEN -1000000000000000 AND 1000000000000000),
  member TEXT,
  lender TEXT NOT NULL,
  contract_number TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK ("purpose" = '' OR length("purpose") = 56),
  approved_by TEXT NOT NULL,
  resolution TEXT NOT NULL,
  approved_on TEXT CHECK ("approved_on" LIKE '____-__-__'),
  source INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_guarantors (
  card INTEGER NOT NULL,
  member TEXT NOT NULL,
  since TEXT NOT NULL CHECK ("since" LIKE '____-__-__'),
  released_on TEXT CHECK ("released_on" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, member, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_limits (
  type TEXT NOT NULL,
  from_day TEXT NOT NULL CHECK ("from_day" LIKE '____-__-__'),
  of_savings TEXT,
  of_shares TEXT,
  most INTEGER CHECK ("most" BETWEEN -1000000000000000 AND 1000000000000000),
  most_loans INTEGER,
  savings_first TEXT NOT NULL,
  most_missed INTEGER,
  least_guarantors INTEGER NOT NULL,
  most_guarantees INTEGER,
  resolution TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (type, from_day, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_openings (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  paid_out INTEGER NOT NULL CHECK ("paid_out" BETWEEN -1000000000000000 AND 1000000000000000),
  repaid INTEGER NOT NULL CHECK ("repaid" BETWEEN -1000000000000000 AND 1000000000000000),
  interest_late INTEGER NOT NULL CHECK ("interest_late" BETWEEN -1000000000000000 AND 1000000000000000),
  penalty INTEGER NOT NULL CHECK ("penalty" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  advance INTEGER NOT NULL CHECK ("advance" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_pauses (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  start TEXT NOT NULL CHECK ("start" LIKE '____-__-__'),
  "end" TEXT NOT NULL CHECK ("end" LIKE '____-__-__'),
  interest INTEGER NOT NULL CHECK ("interest" IN (0, 1)),
  penalty INTEGER NOT NULL CHECK ("penalty" IN (0, 1)),
  extended_by INTEGER NOT NULL,
  resolution TEXT NOT NULL,
  agreed INTEGER NOT NULL CHECK ("agreed" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_payments (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  early TEXT CHECK ("early" IN ('shorten', 'lower', 'advance')),
  lender_receipt TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_payouts (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  purpose TEXT NOT NULL CHECK ("purpose" = '' OR length("purpose") = 56),
  milestone TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_plan_rows (
  card INTEGER NOT NULL,
  version INTEGER NOT NULL,
  "row" INTEGER NOT NULL,
  due TEXT NOT NULL CHECK ("due" LIKE '____-__-__'),
  principal INTEGER NOT NULL CHECK ("principal" BETWEEN -1000000000000000 AND 1000000000000000),
  interest INTEGER NOT NULL CHECK ("interest" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, version, "row")
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_plans (
  card INTEGER NOT NULL,
  version INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  principal INTEGER NOT NULL CHECK ("principal" BETWEEN -1000000000000000 AND 1000000000000000),
  resolution TEXT NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, version)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_postings (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  principal INTEGER NOT NULL CHECK ("principal" BETWEEN -1000000000000000 AND 1000000000000000),
  interest INTEGER NOT NULL CHECK ("interest" BETWEEN -1000000000000000 AND 1000000000000000),
  penalty INTEGER NOT NULL CHECK ("penalty" BETWEEN -1000000000000000 AND 1000000000000000),
  advance INTEGER NOT NULL CHECK ("advance" BETWEEN -1000000000000000 AND 1000000000000000),
  credit INTEGER NOT NULL CHECK ("credit" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_rates (
  card INTEGER NOT NULL,
  from_day TEXT NOT NULL CHECK ("from_day" LIKE '____-__-__'),
  rate TEXT NOT NULL,
  resolution TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, from_day, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_recoveries (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_transfers (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  from_member TEXT NOT NULL,
  to_member TEXT NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  resolution TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_types (
  account TEXT NOT NULL,
  interest_account TEXT NOT NULL,
  penalty_account TEXT NOT NULL,
  fund TEXT NOT NULL,
  method TEXT NOT NULL CHECK ("method" IN ('equal_instalment', 'equal_principal', 'bullet', 'by_hand')),
  interest TEXT NOT NULL CHECK ("interest" IN ('declining', 'flat')),
  day_count TEXT NOT NULL CHECK ("day_count" IN ('actual/365', 'actual/actual', 'actual/360', '30/360', 'months')),
  rounding TEXT NOT NULL CHECK ("rounding" IN ('satang_half_up', 'satang_half_even', 'satang_down', 'satang_up', 'five_satang_nearest', 'five_satang_down', 'five_satang_up', 'ten_satang_nearest', 'ten_satang_down', 'ten_satang_up', 'quarter_nearest', 'quarter_down', 'quarter_up', 'half_baht_nearest', 'half_baht_down', 'half_baht_up', 'baht_nearest', 'baht_half_even', 'baht_down', 'baht_up', 'five_baht_nearest', 'five_baht_down', 'five_baht_up', 'ten_baht_nearest', 'ten_baht_down', 'ten_baht_up', 'hundred_baht_nearest', 'hundred_baht_down', 'hundred_baht_up')),
  instalment_rounding TEXT NOT NULL CHECK ("instalment_rounding" IN ('satang_half_up', 'satang_half_even', 'satang_down', 'satang_up', 'five_satang_nearest', 'five_satang_down', 'five_satang_up', 'ten_satang_nearest', 'ten_satang_down', 'ten_satang_up', 'quarter_nearest', 'quarter_down', 'quarter_up', 'half_baht_nearest', 'half_baht_down', 'half_baht_up', 'baht_nearest', 'baht_half_even', 'baht_down', 'baht_up', 'five_baht_nearest', 'five_baht_down', 'five_baht_up', 'ten_baht_nearest', 'ten_baht_down', 'ten_baht_up', 'hundred_baht_nearest', 'hundred_baht_down', 'hundred_baht_up')),
  principal_rounding TEXT NOT NULL CHECK ("principal_rounding" IN ('satang_half_up', 'satang_half_even', 'satang_down', 'satang_up', 'five_satang_nearest', 'five_satang_down', 'five_satang_up', 'ten_satang_nearest', 'ten_satang_down', 'ten_satang_up', 'quarter_nearest', 'quarter_down', 'quarter_up', 'half_baht_nearest', 'half_baht_down', 'half_baht_up', 'baht_nearest', 'baht_half_even', 'baht_down', 'baht_up', 'five_baht_nearest', 'five_baht_down', 'five_baht_up', 'ten_baht_nearest', 'ten_baht_down', 'ten_baht_up', 'hundred_baht_nearest', 'hundred_baht_down', 'hundred_baht_up')),
  split TEXT CHECK ("split" IN ('by_days', 'by_plan', 'proportional')),
  "order" TEXT NOT NULL,
  early TEXT NOT NULL CHECK ("early" IN ('shorten', 'lower', 'advance')),
  penalty_kind TEXT NOT NULL CHECK ("penalty_kind" IN ('none', 'fixed', 'overdue_principal', 'overdue_instalment')),
  penalty_amount INTEGER NOT NULL CHECK ("penalty_amount" BETWEEN -1000000000000000 AND 1000000000000000),
  penalty_rate TEXT NOT NULL,
  penalty_grace INTEGER NOT NULL,
  penalty_cap INTEGER CHECK ("penalty_cap" BETWEEN -1000000000000000 AND 1000000000000000),
  code TEXT NOT NULL,
  name_th TEXT NOT NULL,
  name_en TEXT NOT NULL,
  direction TEXT NOT NULL CHECK ("direction" IN ('out', 'in')),
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE loan_write_offs (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  resolution TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE match_members (
  round INTEGER NOT NULL,
  member TEXT NOT NULL,
  contributed INTEGER NOT NULL CHECK ("contributed" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (round, member)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE match_receipts (
  round INTEGER NOT NULL,
  number INTEGER NOT NULL,
  source TEXT NOT NULL CHECK ("source" IN ('government', 'local')),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (round, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE match_rounds (
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  counted_at TEXT NOT NULL CHECK ("counted_at" LIKE '____-__-__'),
  members INTEGER NOT NULL,
  contributed INTEGER NOT NULL CHECK ("contributed" BETWEEN -1000000000000000 AND 1000000000000000),
  government INTEGER NOT NULL CHECK ("government" BETWEEN -1000000000000000 AND 1000000000000000),
  local INTEGER NOT NULL CHECK ("local" BETWEEN -1000000000000000 AND 1000000000000000),
  resolution TEXT NOT NULL,
  granted_government INTEGER NOT NULL CHECK ("granted_government" BETWEEN -1000000000000000 AND 1000000000000000),
  granted_local INTEGER NOT NULL CHECK ("granted_local" BETWEEN -1000000000000000 AND 1000000000000000),
  granted_on TEXT CHECK ("granted_on" LIKE '____-__-__'),
  granted_by INTEGER,
  document TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE meetings (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  title TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE member_photos (
  member TEXT NOT NULL,
  person INTEGER,
  commitment TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (member, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE member_settlements (
  number INTEGER NOT NULL,
  member TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  "left" TEXT NOT NULL CHECK ("left" LIKE '____-__-__'),
  why TEXT NOT NULL CHECK ("why" IN ('resigned', 'deceased', 'expelled', 'incapacity', 'bankrupt', 'mistake')),
  resolution TEXT NOT NULL,
  share_value TEXT NOT NULL,
  credit INTEGER NOT NULL CHECK ("credit" BETWEEN -1000000000000000 AND 1000000000000000),
  loans INTEGER NOT NULL CHECK ("loans" BETWEEN -1000000000000000 AND 1000000000000000),
  dues INTEGER NOT NULL CHECK ("dues" BETWEEN -1000000000000000 AND 1000000000000000),
  payable INTEGER NOT NULL CHECK ("payable" BETWEEN -1000000000000000 AND 1000000000000000),
  shortfall INTEGER NOT NULL CHECK ("shortfall" BETWEEN -1000000000000000 AND 1000000000000000),
  set_off INTEGER,
  payment INTEGER,
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  undone TEXT NOT NULL,
  benefits INTEGER NOT NULL CHECK ("benefits" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE members (
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('ordinary', 'associate')),
  zone TEXT NOT NULL,
  household TEXT NOT NULL,
  joined TEXT NOT NULL CHECK ("joined" LIKE '____-__-__'),
  person INTEGER NOT NULL,
  commitment TEXT NOT NULL,
  "left" TEXT CHECK ("left" LIKE '____-__-__'),
  left_why TEXT CHECK ("left_why" IN ('resigned', 'deceased', 'expelled', 'incapacity', 'bankrupt', 'mistake')),
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE old_codes (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (series, year, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE packs_given (
  number INTEGER NOT NULL,
  receiver TEXT NOT NULL,
  through_act INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  manifest TEXT NOT NULL,
  signed INTEGER NOT NULL CHECK ("signed" IN (0, 1)),
  names INTEGER NOT NULL CHECK ("names" IN (0, 1)),
  slot TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE paper_prints (
  paper TEXT NOT NULL,
  copy INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (paper, copy)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE passbook_layouts (
  code TEXT NOT NULL,
  lines INTEGER NOT NULL,
  top INTEGER NOT NULL,
  pitch INTEGER NOT NULL,
  "left" INTEGER NOT NULL,
  fold_after INTEGER NOT NULL,
  fold INTEGER NOT NULL,
  size INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE passbook_marks (
  card INTEGER NOT NULL,
  movements INTEGER NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE personal (
  number INTEGER NOT NULL,
  salt TEXT NOT NULL,
  value TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 STRICT;
CREATE TABLE plot_transfers (
  lease TEXT NOT NULL,
  plot TEXT NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  from_member TEXT NOT NULL,
  to_member TEXT NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" IN ('first', 'heir', 'family', 'sale', 'returned', 'other')),
  resolution TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (lease, plot, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE plots (
  lease TEXT NOT NULL,
  code TEXT NOT NULL,
  area INTEGER NOT NULL CHECK ("area" >= 0),
  house TEXT NOT NULL,
  monthly INTEGER CHECK ("monthly" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (lease, code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE premium_bills (
  charge INTEGER NOT NULL,
  policy TEXT NOT NULL,
  loan INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (charge)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE project_parts (
  project TEXT NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('loan', 'grant', 'lease', 'savings')),
  reference TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK ("removed" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (project, kind, reference, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE projects (
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  place TEXT NOT NULL,
  closed_on TEXT CHECK ("closed_on" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE promises (
  card INTEGER NOT NULL,
  from_month TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, from_month, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE receipt_lines (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  item TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  card INTEGER,
  charge INTEGER,
  account TEXT,
  balance_after INTEGER CHECK ("balance_after" BETWEEN -1000000000000000 AND 1000000000000000),
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (series, year, number, line)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE receipt_voids (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  entry INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (series, year, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE receipts (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  total INTEGER NOT NULL CHECK ("total" BETWEEN -1000000000000000 AND 1000000000000000),
  member TEXT,
  payer TEXT NOT NULL CHECK ("payer" = '' OR length("payer") = 56),
  paper_book TEXT NOT NULL,
  paper_number TEXT NOT NULL,
  replaces TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (series, year, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE reconciliations (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  at TEXT NOT NULL CHECK ("at" LIKE '____-__-__'),
  statement INTEGER NOT NULL CHECK ("statement" BETWEEN -1000000000000000 AND 1000000000000000),
  booked INTEGER NOT NULL CHECK ("booked" BETWEEN -1000000000000000 AND 1000000000000000),
  not_at_bank INTEGER NOT NULL CHECK ("not_at_bank" BETWEEN -1000000000000000 AND 1000000000000000),
  not_in_books INTEGER NOT NULL CHECK ("not_in_books" BETWEEN -1000000000000000 AND 1000000000000000),
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE remittances (
  card INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  document TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (card, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE rent_bills (
  charge INTEGER NOT NULL,
  lease TEXT NOT NULL,
  plot TEXT NOT NULL,
  month TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (charge)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE restorations (
  number INTEGER NOT NULL,
  through_act INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  last_receipt TEXT NOT NULL,
  stub TEXT NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE restrictions (
  member TEXT NOT NULL,
  restricted INTEGER NOT NULL CHECK ("restricted" IN (0, 1)),
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (member, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE roles (
  role TEXT NOT NULL,
  account TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (role, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE sanction_rule_steps (
  rule INTEGER NOT NULL,
  missed INTEGER NOT NULL,
  no_loan_months INTEGER NOT NULL,
  no_welfare_months INTEGER NOT NULL,
  no_refund INTEGER NOT NULL CHECK ("no_refund" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (rule, missed)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE sanction_rules (
  number INTEGER NOT NULL,
  from_day TEXT NOT NULL CHECK ("from_day" LIKE '____-__-__'),
  resolution TEXT NOT NULL,
  grace_days INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE savings_products (
  code TEXT NOT NULL,
  name_th TEXT NOT NULL,
  name_en TEXT NOT NULL,
  nature TEXT NOT NULL CHECK ("nature" IN ('deposit', 'equity', 'contribution')),
  account TEXT NOT NULL,
  interest_account TEXT,
  fund TEXT NOT NULL,
  promise INTEGER NOT NULL CHECK ("promise" IN (0, 1)),
  minimum_balance INTEGER NOT NULL CHECK ("minimum_balance" BETWEEN -1000000000000000 AND 1000000000000000),
  term_months INTEGER,
  method TEXT NOT NULL CHECK ("method" IN ('none', 'daily', 'lowest_of_month', 'average')),
  day_count TEXT NOT NULL CHECK ("day_count" IN ('actual/365', 'actual/actual', 'actual/360', '30/360', 'months')),
  rounding TEXT NOT NULL CHECK ("rounding" IN ('satang_half_up', 'satang_half_even', 'satang_down', 'satang_up', 'five_satang_nearest', 'five_satang_down', 'five_satang_up', 'ten_satang_nearest', 'ten_satang_down', 'ten_satang_up', 'quarter_nearest', 'quarter_down', 'quarter_up', 'half_baht_nearest', 'half_baht_down', 'half_baht_up', 'baht_nearest', 'baht_half_even', 'baht_down', 'baht_up', 'five_baht_nearest', 'five_baht_down', 'five_baht_up', 'ten_baht_nearest', 'ten_baht_down', 'ten_baht_up', 'hundred_baht_nearest', 'hundred_baht_down', 'hundred_baht_up')),
  interest_months INTEGER NOT NULL,
  minimum_for_interest INTEGER NOT NULL CHECK ("minimum_for_interest" BETWEEN -1000000000000000 AND 1000000000000000),
  cutoff_day INTEGER NOT NULL,
  tiers TEXT NOT NULL CHECK ("tiers" IN ('whole', 'slice')),
  opened_for_all INTEGER NOT NULL CHECK ("opened_for_all" IN (0, 1)),
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  early_rate TEXT,
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE savings_rates (
  product TEXT NOT NULL,
  from_day TEXT NOT NULL CHECK ("from_day" LIKE '____-__-__'),
  from_amount INTEGER NOT NULL CHECK ("from_amount" BETWEEN -1000000000000000 AND 1000000000000000),
  rate TEXT NOT NULL,
  resolution TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (product, from_day, from_amount, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE settled_items (
  settlement INTEGER NOT NULL,
  "row" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('shares', 'savings', 'contribution', 'loan', 'written_off', 'charge', 'welfare', 'claim', 'benefit')),
  card INTEGER,
  charge INTEGER,
  held INTEGER NOT NULL CHECK ("held" BETWEEN -1000000000000000 AND 1000000000000000),
  interest INTEGER NOT NULL CHECK ("interest" BETWEEN -1000000000000000 AND 1000000000000000),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  "left" INTEGER NOT NULL CHECK ("left" BETWEEN -1000000000000000 AND 1000000000000000),
  principal INTEGER NOT NULL CHECK ("principal" BETWEEN -1000000000000000 AND 1000000000000000),
  loan_interest INTEGER NOT NULL CHECK ("loan_interest" BETWEEN -1000000000000000 AND 1000000000000000),
  penalty INTEGER NOT NULL CHECK ("penalty" BETWEEN -1000000000000000 AND 1000000000000000),
  claim INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (settlement, "row")
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE share_out_parts (
  share_out INTEGER NOT NULL,
  member TEXT NOT NULL,
  held INTEGER NOT NULL CHECK ("held" BETWEEN -1000000000000000 AND 1000000000000000),
  part INTEGER NOT NULL CHECK ("part" BETWEEN -1000000000000000 AND 1000000000000000),
  paid INTEGER NOT NULL CHECK ("paid" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (share_out, member)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE share_outs (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  resolution TEXT NOT NULL,
  principal INTEGER NOT NULL CHECK ("principal" BETWEEN -1000000000000000 AND 1000000000000000),
  gain INTEGER NOT NULL CHECK ("gain" BETWEEN -1000000000000000 AND 1000000000000000),
  residue INTEGER NOT NULL CHECK ("residue" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE share_types (
  code TEXT NOT NULL,
  name_th TEXT NOT NULL,
  name_en TEXT NOT NULL,
  par INTEGER NOT NULL CHECK ("par" BETWEEN -1000000000000000 AND 1000000000000000),
  account TEXT NOT NULL,
  fund TEXT NOT NULL,
  one_fifth INTEGER NOT NULL CHECK ("one_fifth" IN (0, 1)),
  returnable INTEGER NOT NULL CHECK ("returnable" IN (0, 1)),
  opened_for_all INTEGER NOT NULL CHECK ("opened_for_all" IN (0, 1)),
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE sheet_looks (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  found INTEGER NOT NULL CHECK ("found" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE sheet_receipts (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  sheet INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (series, year, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE sheets (
  number INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  zones TEXT NOT NULL,
  lines INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK ("total" BETWEEN -1000000000000000 AND 1000000000000000),
  cash_count INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE signatures (
  number INTEGER NOT NULL,
  user TEXT NOT NULL,
  signing_key INTEGER NOT NULL,
  signature TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE signing_keys (
  user TEXT NOT NULL,
  number INTEGER NOT NULL,
  public TEXT NOT NULL,
  wrapped TEXT NOT NULL,
  salt TEXT NOT NULL,
  memory_kib INTEGER NOT NULL,
  iterations INTEGER NOT NULL,
  lanes INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (user, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE surplus_allocations (
  number INTEGER NOT NULL,
  year INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  surplus INTEGER NOT NULL CHECK ("surplus" BETWEEN -1000000000000000 AND 1000000000000000),
  share_capital INTEGER NOT NULL CHECK ("share_capital" BETWEEN -1000000000000000 AND 1000000000000000),
  entry INTEGER,
  resolution TEXT NOT NULL,
  dividend_rate TEXT,
  refund_rate TEXT,
  drawn INTEGER NOT NULL CHECK ("drawn" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE surplus_checks (
  allocation INTEGER NOT NULL,
  line INTEGER NOT NULL,
  test TEXT NOT NULL,
  use TEXT NOT NULL CHECK ("use" IN ('league', 'dividend', 'patronage', 'bonus', 'equalisation', 'public_benefit', 'welfare', 'education', 'other', 'reserve', 'carried')),
  found INTEGER NOT NULL CHECK ("found" BETWEEN -1000000000000000 AND 1000000000000000),
  "limit" INTEGER NOT NULL CHECK ("limit" BETWEEN -1000000000000000 AND 1000000000000000),
  holds INTEGER NOT NULL CHECK ("holds" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (allocation, line)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE surplus_dues (
  allocation INTEGER NOT NULL,
  member TEXT NOT NULL,
  dividend INTEGER NOT NULL CHECK ("dividend" BETWEEN -1000000000000000 AND 1000000000000000),
  refund INTEGER NOT NULL CHECK ("refund" BETWEEN -1000000000000000 AND 1000000000000000),
  interest_paid INTEGER NOT NULL CHECK ("interest_paid" BETWEEN -1000000000000000 AND 1000000000000000),
  missed INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (allocation, member)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE surplus_lines (
  allocation INTEGER NOT NULL,
  line INTEGER NOT NULL,
  use TEXT NOT NULL CHECK ("use" IN ('league', 'dividend', 'patronage', 'bonus', 'equalisation', 'public_benefit', 'welfare', 'education', 'other', 'reserve', 'carried')),
  name TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  percent INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (allocation, line)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE surveyed_households (
  project TEXT NOT NULL,
  number INTEGER NOT NULL,
  household TEXT NOT NULL,
  person INTEGER NOT NULL,
  commitment TEXT NOT NULL,
  people INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  tenure TEXT NOT NULL,
  need TEXT NOT NULL CHECK ("need" = '' OR length("need") = 56),
  standing TEXT NOT NULL CHECK ("standing" IN ('surveyed', 'qualified', 'certified', 'declined')),
  decided_on TEXT CHECK ("decided_on" LIKE '____-__-__'),
  resolution TEXT NOT NULL,
  member TEXT,
  act INTEGER NOT NULL,
  PRIMARY KEY (project, number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE text_erasures (
  commitment TEXT NOT NULL,
  of_act INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (commitment)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE user_roles (
  user TEXT NOT NULL,
  role TEXT NOT NULL CHECK ("role" IN ('administrator', 'treasurer', 'clerk', 'approver', 'auditor')),
  from_day TEXT NOT NULL CHECK ("from_day" LIKE '____-__-__'),
  held INTEGER NOT NULL CHECK ("held" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (user, role, from_day, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE users (
  name TEXT NOT NULL,
  display_name TEXT NOT NULL,
  member TEXT,
  locked INTEGER NOT NULL CHECK ("locked" IN (0, 1)),
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  act INTEGER NOT NULL,
  PRIMARY KEY (name, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE vouchers (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('receipt', 'payment', 'transfer', 'journal')),
  entry INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  payee TEXT NOT NULL CHECK ("payee" = '' OR length("payee") = 56),
  purpose TEXT NOT NULL CHECK ("purpose" = '' OR length("purpose") = 56),
  approved_by TEXT NOT NULL,
  member TEXT,
  document TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (series, year, number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE welfare_before (
  figure TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  persons INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (figure, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE welfare_claim_parts (
  claim INTEGER NOT NULL,
  start TEXT NOT NULL CHECK ("start" LIKE '____-__-__'),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (claim, start, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE welfare_claims (
  number INTEGER NOT NULL,
  member TEXT NOT NULL,
  membership INTEGER NOT NULL,
  benefit TEXT NOT NULL,
  rule INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" LIKE '____-__-__'),
  start TEXT NOT NULL CHECK ("start" LIKE '____-__-__'),
  "end" TEXT CHECK ("end" LIKE '____-__-__'),
  documents TEXT NOT NULL,
  payee TEXT NOT NULL CHECK ("payee" = '' OR length("payee") = 56),
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  state TEXT NOT NULL CHECK ("state" IN ('filed', 'approved', 'rejected', 'paid', 'cancelled')),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  decided_on TEXT CHECK ("decided_on" LIKE '____-__-__'),
  resolution TEXT NOT NULL,
  committee TEXT NOT NULL,
  chair TEXT NOT NULL,
  reason TEXT NOT NULL CHECK ("reason" = '' OR length("reason") = 56),
  entry INTEGER,
  paid_on TEXT CHECK ("paid_on" LIKE '____-__-__'),
  admitted TEXT CHECK ("admitted" LIKE '____-__-__'),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE welfare_funds (
  fund TEXT NOT NULL,
  product TEXT NOT NULL,
  entrance TEXT NOT NULL,
  administration TEXT NOT NULL,
  sanctions INTEGER NOT NULL CHECK ("sanctions" IN (0, 1)),
  lending INTEGER NOT NULL CHECK ("lending" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (fund, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE welfare_memberships (
  number INTEGER NOT NULL,
  member TEXT NOT NULL,
  card INTEGER NOT NULL,
  joined TEXT NOT NULL CHECK ("joined" LIKE '____-__-__'),
  "group" TEXT NOT NULL CHECK ("group" IN ('general', 'child', 'elderly', 'disadvantaged', 'disabled', 'orphan')),
  sex TEXT CHECK ("sex" IN ('female', 'male')),
  through TEXT CHECK ("through" LIKE '____-__-__'),
  ended TEXT CHECK ("ended" LIKE '____-__-__'),
  ended_why TEXT CHECK ("ended_why" IN ('left', 'lapsed', 'died')),
  note TEXT NOT NULL CHECK ("note" = '' OR length("note") = 56),
  brought INTEGER NOT NULL CHECK ("brought" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (number, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE welfare_profiles (
  fund TEXT NOT NULL,
  founded_on TEXT CHECK ("founded_on" LIKE '____-__-__'),
  founding_members INTEGER NOT NULL,
  founding_money INTEGER NOT NULL CHECK ("founding_money" BETWEEN -1000000000000000 AND 1000000000000000),
  villages INTEGER NOT NULL,
  villages_covered INTEGER NOT NULL,
  population INTEGER NOT NULL,
  activities TEXT NOT NULL,
  committee TEXT NOT NULL,
  rules TEXT NOT NULL,
  member_data TEXT NOT NULL,
  meetings TEXT NOT NULL,
  accounts TEXT NOT NULL,
  monitoring TEXT NOT NULL,
  reporting TEXT NOT NULL,
  links TEXT NOT NULL,
  support TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (fund, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE welfare_rates (
  membership INTEGER NOT NULL,
  from_day TEXT NOT NULL CHECK ("from_day" LIKE '____-__-__'),
  rhythm TEXT NOT NULL CHECK ("rhythm" IN ('day', 'week', 'month', 'half_year', 'year')),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (membership, from_day, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE welfare_rule_tiers (
  rule INTEGER NOT NULL,
  line INTEGER NOT NULL,
  years INTEGER NOT NULL,
  days INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  act INTEGER NOT NULL,
  PRIMARY KEY (rule, line)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE welfare_rules (
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  from_day TEXT NOT NULL CHECK ("from_day" LIKE '____-__-__'),
  name_th TEXT NOT NULL,
  name_en TEXT NOT NULL,
  heading TEXT NOT NULL CHECK ("heading" IN ('birth', 'sickness', 'elderly', 'death', 'funeral', 'disabled', 'occupation', 'education', 'tradition', 'housing', 'disaster', 'public', 'environment', 'publicity', 'organisation', 'epidemic', 'other')),
  account TEXT NOT NULL,
  resolution TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  per TEXT NOT NULL CHECK ("per" IN ('event', 'night', 'day', 'week', 'month', 'year')),
  amount INTEGER NOT NULL CHECK ("amount" BETWEEN -1000000000000000 AND 1000000000000000),
  waiting_days INTEGER NOT NULL,
  grace_days INTEGER NOT NULL,
  paid_up INTEGER NOT NULL CHECK ("paid_up" IN (0, 1)),
  sex TEXT CHECK ("sex" IN ('female', 'male')),
  least_age INTEGER,
  most_age INTEGER,
  least_years INTEGER,
  most_per_event INTEGER CHECK ("most_per_event" BETWEEN -1000000000000000 AND 1000000000000000),
  most_per_year INTEGER CHECK ("most_per_year" BETWEEN -1000000000000000 AND 1000000000000000),
  most_per_life INTEGER CHECK ("most_per_life" BETWEEN -1000000000000000 AND 1000000000000000),
  events_per_year INTEGER,
  events_per_life INTEGER,
  claim_within_days INTEGER,
  documents TEXT NOT NULL,
  apart_days INTEGER NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (number)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE zones (
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  leader TEXT,
  closed INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
  act INTEGER NOT NULL,
  PRIMARY KEY (code, act)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE lines (
  entry INTEGER NOT NULL,
  line INTEGER NOT NULL CHECK (line > 0),
  day TEXT NOT NULL,
  account TEXT NOT NULL,
  fund TEXT NOT NULL,
  card INTEGER,
  debit INTEGER NOT NULL CHECK (debit BETWEEN 0 AND 1000000000000000),
  credit INTEGER NOT NULL CHECK (credit BETWEEN 0 AND 1000000000000000),
  event TEXT NOT NULL,
  act INTEGER NOT NULL,
  PRIMARY KEY (entry, line),
  CHECK ((debit = 0) <> (credit = 0)),
  FOREIGN KEY(entry) REFERENCES entries (number) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT;
CREATE INDEX cards_by_member ON cards (member);
CREATE INDEX charge_payments_by_entry ON charge_payments (entry);
CREATE INDEX charges_by_member ON charges (member);
CREATE INDEX entries_by_act ON entries (act);
CREATE INDEX entries_by_day ON entries (day);
CREATE UNIQUE INDEX entries_reversed_once ON entries (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX receipts_by_entry ON receipts (entry);
CREATE INDEX receipts_by_on ON receipts ("on");
CREATE INDEX receipts_by_paper_number ON receipts (paper_number) WHERE paper_number != '';
CREATE INDEX vouchers_by_entry ON vouchers (entry);
CREATE INDEX vouchers_by_on ON vouchers ("on");
CREATE INDEX lines_by_card ON lines (card, day) WHERE card IS NOT NULL;
CREATE TRIGGER acts_follow BEFORE INSERT ON acts
WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts)
  OR NEW.previous <> COALESCE((SELECT fingerprint FROM acts ORDER BY number DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'satcha: acts follow each other'); END;
CREATE TRIGGER entries_sealed BEFORE INSERT ON entries
BEGIN
  SELECT RAISE(ABORT, 'satcha: unbalanced') FROM (
    SELECT COUNT(*) AS number, SUM(debit) <> SUM(credit) AS differ,
      MIN(fund) <> MAX(fund) AS funds, MIN(day) AS first_day, MAX(day) AS last_day,
      MIN(act) AS first_act, MAX(act) AS last_act,
      MAX(event IN ('year_income', 'year_expense')) AS closing
    FROM lines WHERE entry = NEW.number)
  WHERE number < 2 OR differ
    OR first_day <> NEW.day OR last_day <> NEW.day
    OR first_act <> NEW.act OR last_act <> NEW.act
    OR closing AND NEW.event NOT IN ('year_closed', 'year_reopened')
    OR funds AND EXISTS (SELECT 1 FROM lines WHERE entry = NEW.number
                         GROUP BY fund HAVING SUM(debit) <> SUM(credit));
  SELECT RAISE(ABORT, 'satcha: period closed')
  WHERE NEW.event NOT IN ('year_closed', 'year_reopened') AND EXISTS (
    SELECT 1 FROM closings WHERE number = (SELECT MAX(number) FROM closings)
    AND closed_through IS NOT NULL AND substr(NEW.day, 1, 7) <= closed_through);
  SELECT RAISE(ABORT, 'satcha: entry numbers follow each other')
  WHERE NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM entries);
END;
CREATE TRIGGER entries_close_years BEFORE INSERT ON entries
WHEN NEW.event IN ('year_closed', 'year_reopened')
BEGIN
  SELECT RAISE(ABORT, 'satcha: only lines that close a year') WHERE EXISTS (
    SELECT 1 FROM lines WHERE entry = NEW.number
    AND (event NOT IN ('year_income', 'year_expense') OR card IS NOT NULL));
  SELECT RAISE(ABORT, 'satcha: year closed') WHERE (NEW.event = 'year_reopened') <> (
    SELECT COUNT(*) FROM fiscal_years AS y WHERE y."on" >= NEW.day AND y.closed = 1
    AND y.act = (SELECT MAX(act) FROM fiscal_years WHERE year = y.year));
  SELECT RAISE(ABORT, 'satcha: year closed') WHERE NEW.event = 'year_reopened'
  AND (NEW.reverses IS NULL
    OR NEW.reverses NOT IN (SELECT entry FROM fiscal_years WHERE "on" = NEW.day));
END;
CREATE TRIGGER lines_before_seal BEFORE INSERT ON lines
WHEN NEW.entry <= (SELECT COALESCE(MAX(number), 0) FROM entries)
BEGIN SELECT RAISE(ABORT, 'satcha: the entry is sealed'); END;
CREATE TRIGGER personal_never_updated BEFORE UPDATE ON personal
BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER personal_only_erased BEFORE DELETE ON personal
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE person = OLD.number)
BEGIN SELECT RAISE(ABORT, 'satcha: personal data are erased by an act'); END;
CREATE TRIGGER personal_in_act BEFORE INSERT ON personal
WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts)
BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER free_texts_never_updated BEFORE UPDATE ON free_texts
BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER free_texts_only_erased BEFORE DELETE ON free_texts
WHEN NOT EXISTS (SELECT 1 FROM text_erasures WHERE commitment = OLD.commitment)
BEGIN SELECT RAISE(ABORT, 'satcha: free texts are erased by an act'); END;
CREATE TRIGGER free_texts_in_act BEFORE INSERT ON free_texts
WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts)
BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER acts_never_updated BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER acts_never_deleted BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER entries_never_updated BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER entries_never_deleted BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER entries_in_act BEFORE INSERT ON entries WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER lines_never_updated BEFORE UPDATE ON lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER lines_never_deleted BEFORE DELETE ON lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER accounts_never_updated BEFORE UPDATE ON accounts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER accounts_never_deleted BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER accounts_in_act BEFORE INSERT ON accounts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER applications_never_updated BEFORE UPDATE ON applications BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER applications_never_deleted BEFORE DELETE ON applications BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER applications_in_act BEFORE INSERT ON applications WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER approvals_never_updated BEFORE UPDATE ON approvals BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER approvals_never_deleted BEFORE DELETE ON approvals BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER approvals_in_act BEFORE INSERT ON approvals WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER approval_requests_never_updated BEFORE UPDATE ON approval_requests BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER approval_requests_never_deleted BEFORE DELETE ON approval_requests BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER approval_requests_in_act BEFORE INSERT ON approval_requests WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER approval_rules_never_updated BEFORE UPDATE ON approval_rules BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER approval_rules_never_deleted BEFORE DELETE ON approval_rules BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER approval_rules_in_act BEFORE INSERT ON approval_rules WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER approvals_used_never_updated BEFORE UPDATE ON approvals_used BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER approvals_used_never_deleted BEFORE DELETE ON approvals_used BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER approvals_used_in_act BEFORE INSERT ON approvals_used WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER attendances_never_updated BEFORE UPDATE ON attendances BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER attendances_never_deleted BEFORE DELETE ON attendances BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER attendances_in_act BEFORE INSERT ON attendances WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER audit_answers_never_updated BEFORE UPDATE ON audit_answers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER audit_answers_never_deleted BEFORE DELETE ON audit_answers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER audit_answers_in_act BEFORE INSERT ON audit_answers WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER audit_questions_never_updated BEFORE UPDATE ON audit_questions BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER audit_questions_never_deleted BEFORE DELETE ON audit_questions BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER audit_questions_in_act BEFORE INSERT ON audit_questions WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER backups_taken_never_updated BEFORE UPDATE ON backups_taken BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER backups_taken_never_deleted BEFORE DELETE ON backups_taken BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER backups_taken_in_act BEFORE INSERT ON backups_taken WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER keys_noted_never_updated BEFORE UPDATE ON keys_noted BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER keys_noted_never_deleted BEFORE DELETE ON keys_noted BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER keys_noted_in_act BEFORE INSERT ON keys_noted WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER sheet_looks_never_updated BEFORE UPDATE ON sheet_looks BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER sheet_looks_never_deleted BEFORE DELETE ON sheet_looks BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER sheet_looks_in_act BEFORE INSERT ON sheet_looks WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER old_codes_never_updated BEFORE UPDATE ON old_codes BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER old_codes_never_deleted BEFORE DELETE ON old_codes BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER old_codes_in_act BEFORE INSERT ON old_codes WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER packs_given_never_updated BEFORE UPDATE ON packs_given BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER packs_given_never_deleted BEFORE DELETE ON packs_given BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER packs_given_in_act BEFORE INSERT ON packs_given WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER bank_accounts_never_updated BEFORE UPDATE ON bank_accounts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER bank_accounts_never_deleted BEFORE DELETE ON bank_accounts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER bank_accounts_in_act BEFORE INSERT ON bank_accounts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER bank_lines_never_updated BEFORE UPDATE ON bank_lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER bank_lines_never_deleted BEFORE DELETE ON bank_lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER bank_lines_in_act BEFORE INSERT ON bank_lines WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER bank_matches_never_updated BEFORE UPDATE ON bank_matches BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER bank_matches_never_deleted BEFORE DELETE ON bank_matches BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER bank_matches_in_act BEFORE INSERT ON bank_matches WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER budgets_never_updated BEFORE UPDATE ON budgets BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER budgets_never_deleted BEFORE DELETE ON budgets BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER budgets_in_act BEFORE INSERT ON budgets WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER budget_lines_never_updated BEFORE UPDATE ON budget_lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER budget_lines_never_deleted BEFORE DELETE ON budget_lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER budget_lines_in_act BEFORE INSERT ON budget_lines WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER cards_never_updated BEFORE UPDATE ON cards BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER cards_never_deleted BEFORE DELETE ON cards BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER cards_in_act BEFORE INSERT ON cards WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER card_partners_never_updated BEFORE UPDATE ON card_partners BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER card_partners_never_deleted BEFORE DELETE ON card_partners BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER card_partners_in_act BEFORE INSERT ON card_partners WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER carried_members_never_updated BEFORE UPDATE ON carried_members BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER carried_members_never_deleted BEFORE DELETE ON carried_members BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER carried_members_in_act BEFORE INSERT ON carried_members WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER carried_things_never_updated BEFORE UPDATE ON carried_things BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER carried_things_never_deleted BEFORE DELETE ON carried_things BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER carried_things_in_act BEFORE INSERT ON carried_things WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER carryings_never_updated BEFORE UPDATE ON carryings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER carryings_never_deleted BEFORE DELETE ON carryings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER carryings_in_act BEFORE INSERT ON carryings WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER cash_counts_never_updated BEFORE UPDATE ON cash_counts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER cash_counts_never_deleted BEFORE DELETE ON cash_counts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER cash_counts_in_act BEFORE INSERT ON cash_counts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER cash_pieces_never_updated BEFORE UPDATE ON cash_pieces BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER cash_pieces_never_deleted BEFORE DELETE ON cash_pieces BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER cash_pieces_in_act BEFORE INSERT ON cash_pieces WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER charges_never_updated BEFORE UPDATE ON charges BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER charges_never_deleted BEFORE DELETE ON charges BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER charges_in_act BEFORE INSERT ON charges WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER charge_payments_never_updated BEFORE UPDATE ON charge_payments BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER charge_payments_never_deleted BEFORE DELETE ON charge_payments BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER charge_payments_in_act BEFORE INSERT ON charge_payments WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER charge_types_never_updated BEFORE UPDATE ON charge_types BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER charge_types_never_deleted BEFORE DELETE ON charge_types BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER charge_types_in_act BEFORE INSERT ON charge_types WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER cleared_flags_never_updated BEFORE UPDATE ON cleared_flags BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER cleared_flags_never_deleted BEFORE DELETE ON cleared_flags BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER cleared_flags_in_act BEFORE INSERT ON cleared_flags WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER claim_payouts_never_updated BEFORE UPDATE ON claim_payouts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER claim_payouts_never_deleted BEFORE DELETE ON claim_payouts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER claim_payouts_in_act BEFORE INSERT ON claim_payouts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER claim_receipts_never_updated BEFORE UPDATE ON claim_receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER claim_receipts_never_deleted BEFORE DELETE ON claim_receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER claim_receipts_in_act BEFORE INSERT ON claim_receipts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER claim_reductions_never_updated BEFORE UPDATE ON claim_reductions BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER claim_reductions_never_deleted BEFORE DELETE ON claim_reductions BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER claim_reductions_in_act BEFORE INSERT ON claim_reductions WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER closings_never_updated BEFORE UPDATE ON closings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER closings_never_deleted BEFORE DELETE ON closings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER closings_in_act BEFORE INSERT ON closings WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER collaterals_never_updated BEFORE UPDATE ON collaterals BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER collaterals_never_deleted BEFORE DELETE ON collaterals BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER collaterals_in_act BEFORE INSERT ON collaterals WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER committees_never_updated BEFORE UPDATE ON committees BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER committees_never_deleted BEFORE DELETE ON committees BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER committees_in_act BEFORE INSERT ON committees WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER confirmations_never_updated BEFORE UPDATE ON confirmations BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER confirmations_never_deleted BEFORE DELETE ON confirmations BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER confirmations_in_act BEFORE INSERT ON confirmations WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER cooperative_never_updated BEFORE UPDATE ON cooperative BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER cooperative_never_deleted BEFORE DELETE ON cooperative BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER cooperative_in_act BEFORE INSERT ON cooperative WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER depreciation_rows_never_updated BEFORE UPDATE ON depreciation_rows BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER depreciation_rows_never_deleted BEFORE DELETE ON depreciation_rows BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER depreciation_rows_in_act BEFORE INSERT ON depreciation_rows WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER depreciation_runs_never_updated BEFORE UPDATE ON depreciation_runs BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER depreciation_runs_never_deleted BEFORE DELETE ON depreciation_runs BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER depreciation_runs_in_act BEFORE INSERT ON depreciation_runs WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER erasures_never_updated BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER erasures_never_deleted BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER erasures_in_act BEFORE INSERT ON erasures WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER fixed_assets_never_updated BEFORE UPDATE ON fixed_assets BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER fixed_assets_never_deleted BEFORE DELETE ON fixed_assets BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER fixed_assets_in_act BEFORE INSERT ON fixed_assets WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER funds_never_updated BEFORE UPDATE ON funds BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER funds_never_deleted BEFORE DELETE ON funds BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER funds_in_act BEFORE INSERT ON funds WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER grants_never_updated BEFORE UPDATE ON grants BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER grants_never_deleted BEFORE DELETE ON grants BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER grants_in_act BEFORE INSERT ON grants WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER grant_budgets_never_updated BEFORE UPDATE ON grant_budgets BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER grant_budgets_never_deleted BEFORE DELETE ON grant_budgets BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER grant_budgets_in_act BEFORE INSERT ON grant_budgets WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER grant_parts_never_updated BEFORE UPDATE ON grant_parts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER grant_parts_never_deleted BEFORE DELETE ON grant_parts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER grant_parts_in_act BEFORE INSERT ON grant_parts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER grant_returns_never_updated BEFORE UPDATE ON grant_returns BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER grant_returns_never_deleted BEFORE DELETE ON grant_returns BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER grant_returns_in_act BEFORE INSERT ON grant_returns WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER grant_spendings_never_updated BEFORE UPDATE ON grant_spendings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER grant_spendings_never_deleted BEFORE DELETE ON grant_spendings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER grant_spendings_in_act BEFORE INSERT ON grant_spendings WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_guarantors_never_updated BEFORE UPDATE ON loan_guarantors BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_guarantors_never_deleted BEFORE DELETE ON loan_guarantors BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_guarantors_in_act BEFORE INSERT ON loan_guarantors WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER handed_in_never_updated BEFORE UPDATE ON handed_in BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER handed_in_never_deleted BEFORE DELETE ON handed_in BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER handed_in_in_act BEFORE INSERT ON handed_in WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER holds_never_updated BEFORE UPDATE ON holds BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER holds_never_deleted BEFORE DELETE ON holds BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER holds_in_act BEFORE INSERT ON holds WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER import_maps_never_updated BEFORE UPDATE ON import_maps BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER import_maps_never_deleted BEFORE DELETE ON import_maps BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER import_maps_in_act BEFORE INSERT ON import_maps WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER import_runs_never_updated BEFORE UPDATE ON import_runs BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER import_runs_never_deleted BEFORE DELETE ON import_runs BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER import_runs_in_act BEFORE INSERT ON import_runs WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER inspections_never_updated BEFORE UPDATE ON inspections BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER inspections_never_deleted BEFORE DELETE ON inspections BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER inspections_in_act BEFORE INSERT ON inspections WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER insurance_claims_never_updated BEFORE UPDATE ON insurance_claims BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER insurance_claims_never_deleted BEFORE DELETE ON insurance_claims BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER insurance_claims_in_act BEFORE INSERT ON insurance_claims WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER insurance_policies_never_updated BEFORE UPDATE ON insurance_policies BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER insurance_policies_never_deleted BEFORE DELETE ON insurance_policies BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER insurance_policies_in_act BEFORE INSERT ON insurance_policies WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER interest_accruals_never_updated BEFORE UPDATE ON interest_accruals BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER interest_accruals_never_deleted BEFORE DELETE ON interest_accruals BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER interest_accruals_in_act BEFORE INSERT ON interest_accruals WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER interest_postings_never_updated BEFORE UPDATE ON interest_postings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER interest_postings_never_deleted BEFORE DELETE ON interest_postings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER interest_postings_in_act BEFORE INSERT ON interest_postings WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER interest_rows_never_updated BEFORE UPDATE ON interest_rows BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER interest_rows_never_deleted BEFORE DELETE ON interest_rows BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER interest_rows_in_act BEFORE INSERT ON interest_rows WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER kept_reports_never_updated BEFORE UPDATE ON kept_reports BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER kept_reports_never_deleted BEFORE DELETE ON kept_reports BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER kept_reports_in_act BEFORE INSERT ON kept_reports WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER leases_never_updated BEFORE UPDATE ON leases BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER leases_never_deleted BEFORE DELETE ON leases BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER leases_in_act BEFORE INSERT ON leases WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER lease_rents_never_updated BEFORE UPDATE ON lease_rents BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER lease_rents_never_deleted BEFORE DELETE ON lease_rents BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER lease_rents_in_act BEFORE INSERT ON lease_rents WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER lender_receipts_never_updated BEFORE UPDATE ON lender_receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER lender_receipts_never_deleted BEFORE DELETE ON lender_receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER lender_receipts_in_act BEFORE INSERT ON lender_receipts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER lender_statements_never_updated BEFORE UPDATE ON lender_statements BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER lender_statements_never_deleted BEFORE DELETE ON lender_statements BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER lender_statements_in_act BEFORE INSERT ON lender_statements WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_applications_never_updated BEFORE UPDATE ON loan_applications BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_applications_never_deleted BEFORE DELETE ON loan_applications BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_applications_in_act BEFORE INSERT ON loan_applications WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_class_steps_never_updated BEFORE UPDATE ON loan_class_steps BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_class_steps_never_deleted BEFORE DELETE ON loan_class_steps BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_class_steps_in_act BEFORE INSERT ON loan_class_steps WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_contracts_never_updated BEFORE UPDATE ON loan_contracts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_contracts_never_deleted BEFORE DELETE ON loan_contracts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_contracts_in_act BEFORE INSERT ON loan_contracts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_limits_never_updated BEFORE UPDATE ON loan_limits BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_limits_never_deleted BEFORE DELETE ON loan_limits BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_limits_in_act BEFORE INSERT ON loan_limits WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_openings_never_updated BEFORE UPDATE ON loan_openings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_openings_never_deleted BEFORE DELETE ON loan_openings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_openings_in_act BEFORE INSERT ON loan_openings WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_pauses_never_updated BEFORE UPDATE ON loan_pauses BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_pauses_never_deleted BEFORE DELETE ON loan_pauses BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_pauses_in_act BEFORE INSERT ON loan_pauses WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_payments_never_updated BEFORE UPDATE ON loan_payments BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_payments_never_deleted BEFORE DELETE ON loan_payments BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_payments_in_act BEFORE INSERT ON loan_payments WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_payouts_never_updated BEFORE UPDATE ON loan_payouts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_payouts_never_deleted BEFORE DELETE ON loan_payouts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_payouts_in_act BEFORE INSERT ON loan_payouts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_plans_never_updated BEFORE UPDATE ON loan_plans BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_plans_never_deleted BEFORE DELETE ON loan_plans BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_plans_in_act BEFORE INSERT ON loan_plans WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_plan_rows_never_updated BEFORE UPDATE ON loan_plan_rows BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_plan_rows_never_deleted BEFORE DELETE ON loan_plan_rows BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_plan_rows_in_act BEFORE INSERT ON loan_plan_rows WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_postings_never_updated BEFORE UPDATE ON loan_postings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_postings_never_deleted BEFORE DELETE ON loan_postings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_postings_in_act BEFORE INSERT ON loan_postings WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_rates_never_updated BEFORE UPDATE ON loan_rates BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_rates_never_deleted BEFORE DELETE ON loan_rates BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_rates_in_act BEFORE INSERT ON loan_rates WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_recoveries_never_updated BEFORE UPDATE ON loan_recoveries BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_recoveries_never_deleted BEFORE DELETE ON loan_recoveries BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_recoveries_in_act BEFORE INSERT ON loan_recoveries WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_transfers_never_updated BEFORE UPDATE ON loan_transfers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_transfers_never_deleted BEFORE DELETE ON loan_transfers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_transfers_in_act BEFORE INSERT ON loan_transfers WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_types_never_updated BEFORE UPDATE ON loan_types BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_types_never_deleted BEFORE DELETE ON loan_types BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_types_in_act BEFORE INSERT ON loan_types WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER loan_write_offs_never_updated BEFORE UPDATE ON loan_write_offs BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER loan_write_offs_never_deleted BEFORE DELETE ON loan_write_offs BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER loan_write_offs_in_act BEFORE INSERT ON loan_write_offs WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER meetings_never_updated BEFORE UPDATE ON meetings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER meetings_never_deleted BEFORE DELETE ON meetings BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER meetings_in_act BEFORE INSERT ON meetings WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER members_never_updated BEFORE UPDATE ON members BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER members_never_deleted BEFORE DELETE ON members BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER members_in_act BEFORE INSERT ON members WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER member_photos_never_updated BEFORE UPDATE ON member_photos BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER member_photos_never_deleted BEFORE DELETE ON member_photos BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER member_photos_in_act BEFORE INSERT ON member_photos WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER member_settlements_never_updated BEFORE UPDATE ON member_settlements BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER member_settlements_never_deleted BEFORE DELETE ON member_settlements BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER member_settlements_in_act BEFORE INSERT ON member_settlements WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER paper_prints_never_updated BEFORE UPDATE ON paper_prints BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER paper_prints_never_deleted BEFORE DELETE ON paper_prints BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER paper_prints_in_act BEFORE INSERT ON paper_prints WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER passbook_layouts_never_updated BEFORE UPDATE ON passbook_layouts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER passbook_layouts_never_deleted BEFORE DELETE ON passbook_layouts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER passbook_layouts_in_act BEFORE INSERT ON passbook_layouts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER passbook_marks_never_updated BEFORE UPDATE ON passbook_marks BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER passbook_marks_never_deleted BEFORE DELETE ON passbook_marks BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER passbook_marks_in_act BEFORE INSERT ON passbook_marks WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER plots_never_updated BEFORE UPDATE ON plots BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER plots_never_deleted BEFORE DELETE ON plots BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER plots_in_act BEFORE INSERT ON plots WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER plot_transfers_never_updated BEFORE UPDATE ON plot_transfers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER plot_transfers_never_deleted BEFORE DELETE ON plot_transfers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER plot_transfers_in_act BEFORE INSERT ON plot_transfers WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER premium_bills_never_updated BEFORE UPDATE ON premium_bills BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER premium_bills_never_deleted BEFORE DELETE ON premium_bills BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER premium_bills_in_act BEFORE INSERT ON premium_bills WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER projects_never_updated BEFORE UPDATE ON projects BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER projects_never_deleted BEFORE DELETE ON projects BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER projects_in_act BEFORE INSERT ON projects WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER project_parts_never_updated BEFORE UPDATE ON project_parts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER project_parts_never_deleted BEFORE DELETE ON project_parts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER project_parts_in_act BEFORE INSERT ON project_parts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER promises_never_updated BEFORE UPDATE ON promises BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER promises_never_deleted BEFORE DELETE ON promises BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER promises_in_act BEFORE INSERT ON promises WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER receipts_never_updated BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER receipts_never_deleted BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER receipts_in_act BEFORE INSERT ON receipts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER receipt_lines_never_updated BEFORE UPDATE ON receipt_lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER receipt_lines_never_deleted BEFORE DELETE ON receipt_lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER receipt_lines_in_act BEFORE INSERT ON receipt_lines WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER receipt_voids_never_updated BEFORE UPDATE ON receipt_voids BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER receipt_voids_never_deleted BEFORE DELETE ON receipt_voids BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER receipt_voids_in_act BEFORE INSERT ON receipt_voids WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER reconciliations_never_updated BEFORE UPDATE ON reconciliations BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER reconciliations_never_deleted BEFORE DELETE ON reconciliations BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER reconciliations_in_act BEFORE INSERT ON reconciliations WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER remittances_never_updated BEFORE UPDATE ON remittances BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER remittances_never_deleted BEFORE DELETE ON remittances BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER remittances_in_act BEFORE INSERT ON remittances WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER rent_bills_never_updated BEFORE UPDATE ON rent_bills BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER rent_bills_never_deleted BEFORE DELETE ON rent_bills BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER rent_bills_in_act BEFORE INSERT ON rent_bills WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER restorations_never_updated BEFORE UPDATE ON restorations BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER restorations_never_deleted BEFORE DELETE ON restorations BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER restorations_in_act BEFORE INSERT ON restorations WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER restrictions_never_updated BEFORE UPDATE ON restrictions BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER restrictions_never_deleted BEFORE DELETE ON restrictions BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER restrictions_in_act BEFORE INSERT ON restrictions WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER consents_never_updated BEFORE UPDATE ON consents BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER consents_never_deleted BEFORE DELETE ON consents BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER consents_in_act BEFORE INSERT ON consents WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER roles_never_updated BEFORE UPDATE ON roles BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER roles_never_deleted BEFORE DELETE ON roles BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER roles_in_act BEFORE INSERT ON roles WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER user_roles_never_updated BEFORE UPDATE ON user_roles BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER user_roles_never_deleted BEFORE DELETE ON user_roles BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER user_roles_in_act BEFORE INSERT ON user_roles WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER sanction_rules_never_updated BEFORE UPDATE ON sanction_rules BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER sanction_rules_never_deleted BEFORE DELETE ON sanction_rules BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER sanction_rules_in_act BEFORE INSERT ON sanction_rules WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER sanction_rule_steps_never_updated BEFORE UPDATE ON sanction_rule_steps BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER sanction_rule_steps_never_deleted BEFORE DELETE ON sanction_rule_steps BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER sanction_rule_steps_in_act BEFORE INSERT ON sanction_rule_steps WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER savings_products_never_updated BEFORE UPDATE ON savings_products BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER savings_products_never_deleted BEFORE DELETE ON savings_products BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER savings_products_in_act BEFORE INSERT ON savings_products WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER savings_rates_never_updated BEFORE UPDATE ON savings_rates BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER savings_rates_never_deleted BEFORE DELETE ON savings_rates BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER savings_rates_in_act BEFORE INSERT ON savings_rates WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER settled_items_never_updated BEFORE UPDATE ON settled_items BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER settled_items_never_deleted BEFORE DELETE ON settled_items BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER settled_items_in_act BEFORE INSERT ON settled_items WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER share_types_never_updated BEFORE UPDATE ON share_types BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER share_types_never_deleted BEFORE DELETE ON share_types BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER share_types_in_act BEFORE INSERT ON share_types WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER sheets_never_updated BEFORE UPDATE ON sheets BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER sheets_never_deleted BEFORE DELETE ON sheets BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER sheets_in_act BEFORE INSERT ON sheets WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER sheet_receipts_never_updated BEFORE UPDATE ON sheet_receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER sheet_receipts_never_deleted BEFORE DELETE ON sheet_receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER sheet_receipts_in_act BEFORE INSERT ON sheet_receipts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER signatures_never_updated BEFORE UPDATE ON signatures BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER signatures_never_deleted BEFORE DELETE ON signatures BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER signatures_in_act BEFORE INSERT ON signatures WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER signing_keys_never_updated BEFORE UPDATE ON signing_keys BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER signing_keys_never_deleted BEFORE DELETE ON signing_keys BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER signing_keys_in_act BEFORE INSERT ON signing_keys WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER users_never_updated BEFORE UPDATE ON users BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER users_never_deleted BEFORE DELETE ON users BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER users_in_act BEFORE INSERT ON users WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER surveyed_households_never_updated BEFORE UPDATE ON surveyed_households BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER surveyed_households_never_deleted BEFORE DELETE ON surveyed_households BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER surveyed_households_in_act BEFORE INSERT ON surveyed_households WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER committee_terms_never_updated BEFORE UPDATE ON committee_terms BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER committee_terms_never_deleted BEFORE DELETE ON committee_terms BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER committee_terms_in_act BEFORE INSERT ON committee_terms WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER text_erasures_never_updated BEFORE UPDATE ON text_erasures BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER text_erasures_never_deleted BEFORE DELETE ON text_erasures BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER text_erasures_in_act BEFORE INSERT ON text_erasures WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER vouchers_never_updated BEFORE UPDATE ON vouchers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER vouchers_never_deleted BEFORE DELETE ON vouchers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER vouchers_in_act BEFORE INSERT ON vouchers WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER match_members_never_updated BEFORE UPDATE ON match_members BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER match_members_never_deleted BEFORE DELETE ON match_members BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER match_members_in_act BEFORE INSERT ON match_members WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER match_receipts_never_updated BEFORE UPDATE ON match_receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER match_receipts_never_deleted BEFORE DELETE ON match_receipts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER match_receipts_in_act BEFORE INSERT ON match_receipts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER match_rounds_never_updated BEFORE UPDATE ON match_rounds BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER match_rounds_never_deleted BEFORE DELETE ON match_rounds BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER match_rounds_in_act BEFORE INSERT ON match_rounds WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER welfare_before_never_updated BEFORE UPDATE ON welfare_before BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER welfare_before_never_deleted BEFORE DELETE ON welfare_before BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER welfare_before_in_act BEFORE INSERT ON welfare_before WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER welfare_claims_never_updated BEFORE UPDATE ON welfare_claims BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER welfare_claims_never_deleted BEFORE DELETE ON welfare_claims BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER welfare_claims_in_act BEFORE INSERT ON welfare_claims WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER welfare_claim_parts_never_updated BEFORE UPDATE ON welfare_claim_parts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER welfare_claim_parts_never_deleted BEFORE DELETE ON welfare_claim_parts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER welfare_claim_parts_in_act BEFORE INSERT ON welfare_claim_parts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER welfare_funds_never_updated BEFORE UPDATE ON welfare_funds BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER welfare_funds_never_deleted BEFORE DELETE ON welfare_funds BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER welfare_funds_in_act BEFORE INSERT ON welfare_funds WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER welfare_memberships_never_updated BEFORE UPDATE ON welfare_memberships BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER welfare_memberships_never_deleted BEFORE DELETE ON welfare_memberships BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER welfare_memberships_in_act BEFORE INSERT ON welfare_memberships WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER welfare_profiles_never_updated BEFORE UPDATE ON welfare_profiles BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER welfare_profiles_never_deleted BEFORE DELETE ON welfare_profiles BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER welfare_profiles_in_act BEFORE INSERT ON welfare_profiles WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER welfare_rates_never_updated BEFORE UPDATE ON welfare_rates BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER welfare_rates_never_deleted BEFORE DELETE ON welfare_rates BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER welfare_rates_in_act BEFORE INSERT ON welfare_rates WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER welfare_rules_never_updated BEFORE UPDATE ON welfare_rules BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER welfare_rules_never_deleted BEFORE DELETE ON welfare_rules BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER welfare_rules_in_act BEFORE INSERT ON welfare_rules WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER welfare_rule_tiers_never_updated BEFORE UPDATE ON welfare_rule_tiers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER welfare_rule_tiers_never_deleted BEFORE DELETE ON welfare_rule_tiers BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER welfare_rule_tiers_in_act BEFORE INSERT ON welfare_rule_tiers WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER zones_never_updated BEFORE UPDATE ON zones BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER zones_never_deleted BEFORE DELETE ON zones BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER zones_in_act BEFORE INSERT ON zones WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER due_payments_never_updated BEFORE UPDATE ON due_payments BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER due_payments_never_deleted BEFORE DELETE ON due_payments BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER due_payments_in_act BEFORE INSERT ON due_payments WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER share_outs_never_updated BEFORE UPDATE ON share_outs BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER share_outs_never_deleted BEFORE DELETE ON share_outs BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER share_outs_in_act BEFORE INSERT ON share_outs WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER share_out_parts_never_updated BEFORE UPDATE ON share_out_parts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER share_out_parts_never_deleted BEFORE DELETE ON share_out_parts BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER share_out_parts_in_act BEFORE INSERT ON share_out_parts WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER fiscal_years_never_updated BEFORE UPDATE ON fiscal_years BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER fiscal_years_never_deleted BEFORE DELETE ON fiscal_years BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER fiscal_years_in_act BEFORE INSERT ON fiscal_years WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER surplus_dues_never_updated BEFORE UPDATE ON surplus_dues BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER surplus_dues_never_deleted BEFORE DELETE ON surplus_dues BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER surplus_dues_in_act BEFORE INSERT ON surplus_dues WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER surplus_allocations_never_updated BEFORE UPDATE ON surplus_allocations BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER surplus_allocations_never_deleted BEFORE DELETE ON surplus_allocations BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER surplus_allocations_in_act BEFORE INSERT ON surplus_allocations WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER surplus_checks_never_updated BEFORE UPDATE ON surplus_checks BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER surplus_checks_never_deleted BEFORE DELETE ON surplus_checks BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER surplus_checks_in_act BEFORE INSERT ON surplus_checks WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER surplus_lines_never_updated BEFORE UPDATE ON surplus_lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is updated'); END;
CREATE TRIGGER surplus_lines_never_deleted BEFORE DELETE ON surplus_lines BEGIN SELECT RAISE(ABORT, 'satcha: nothing is deleted'); END;
CREATE TRIGGER surplus_lines_in_act BEFORE INSERT ON surplus_lines WHEN NEW.act <> (SELECT COALESCE(MAX(number), 0) + 1 FROM acts) BEGIN SELECT RAISE(ABORT, 'satcha: every row belongs to the open act'); END;
CREATE TRIGGER approvals_never_replaced BEFORE INSERT ON approvals WHEN EXISTS (SELECT 1 FROM approvals WHERE "request" = NEW."request") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER approval_requests_never_replaced BEFORE INSERT ON approval_requests WHEN EXISTS (SELECT 1 FROM approval_requests WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER approvals_used_never_replaced BEFORE INSERT ON approvals_used WHEN EXISTS (SELECT 1 FROM approvals_used WHERE "request" = NEW."request") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER audit_answers_never_replaced BEFORE INSERT ON audit_answers WHEN EXISTS (SELECT 1 FROM audit_answers WHERE "question" = NEW."question" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER backups_taken_never_replaced BEFORE INSERT ON backups_taken WHEN EXISTS (SELECT 1 FROM backups_taken WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER keys_noted_never_replaced BEFORE INSERT ON keys_noted WHEN EXISTS (SELECT 1 FROM keys_noted WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER sheet_looks_never_replaced BEFORE INSERT ON sheet_looks WHEN EXISTS (SELECT 1 FROM sheet_looks WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER old_codes_never_replaced BEFORE INSERT ON old_codes WHEN EXISTS (SELECT 1 FROM old_codes WHERE "series" = NEW."series" AND "year" = NEW."year" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER packs_given_never_replaced BEFORE INSERT ON packs_given WHEN EXISTS (SELECT 1 FROM packs_given WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER bank_lines_never_replaced BEFORE INSERT ON bank_lines WHEN EXISTS (SELECT 1 FROM bank_lines WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER carried_members_never_replaced BEFORE INSERT ON carried_members WHEN EXISTS (SELECT 1 FROM carried_members WHERE "carrying" = NEW."carrying" AND "member" = NEW."member") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER carried_things_never_replaced BEFORE INSERT ON carried_things WHEN EXISTS (SELECT 1 FROM carried_things WHERE "carrying" = NEW."carrying" AND "kind" = NEW."kind" AND "code" = NEW."code") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER cash_counts_never_replaced BEFORE INSERT ON cash_counts WHEN EXISTS (SELECT 1 FROM cash_counts WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER cash_pieces_never_replaced BEFORE INSERT ON cash_pieces WHEN EXISTS (SELECT 1 FROM cash_pieces WHERE "count" = NEW."count" AND "denomination" = NEW."denomination") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER charge_payments_never_replaced BEFORE INSERT ON charge_payments WHEN EXISTS (SELECT 1 FROM charge_payments WHERE "charge" = NEW."charge" AND "entry" = NEW."entry") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER cleared_flags_never_replaced BEFORE INSERT ON cleared_flags WHEN EXISTS (SELECT 1 FROM cleared_flags WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER claim_payouts_never_replaced BEFORE INSERT ON claim_payouts WHEN EXISTS (SELECT 1 FROM claim_payouts WHERE "claim" = NEW."claim" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER claim_receipts_never_replaced BEFORE INSERT ON claim_receipts WHEN EXISTS (SELECT 1 FROM claim_receipts WHERE "claim" = NEW."claim" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER claim_reductions_never_replaced BEFORE INSERT ON claim_reductions WHEN EXISTS (SELECT 1 FROM claim_reductions WHERE "claim" = NEW."claim" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER closings_never_replaced BEFORE INSERT ON closings WHEN EXISTS (SELECT 1 FROM closings WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER depreciation_rows_never_replaced BEFORE INSERT ON depreciation_rows WHEN EXISTS (SELECT 1 FROM depreciation_rows WHERE "run" = NEW."run" AND "asset" = NEW."asset") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER depreciation_runs_never_replaced BEFORE INSERT ON depreciation_runs WHEN EXISTS (SELECT 1 FROM depreciation_runs WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER erasures_never_replaced BEFORE INSERT ON erasures WHEN EXISTS (SELECT 1 FROM erasures WHERE "person" = NEW."person") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER grant_parts_never_replaced BEFORE INSERT ON grant_parts WHEN EXISTS (SELECT 1 FROM grant_parts WHERE "grant" = NEW."grant" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER grant_returns_never_replaced BEFORE INSERT ON grant_returns WHEN EXISTS (SELECT 1 FROM grant_returns WHERE "grant" = NEW."grant" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER grant_spendings_never_replaced BEFORE INSERT ON grant_spendings WHEN EXISTS (SELECT 1 FROM grant_spendings WHERE "grant" = NEW."grant" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER handed_in_never_replaced BEFORE INSERT ON handed_in WHEN EXISTS (SELECT 1 FROM handed_in WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER insurance_claims_never_replaced BEFORE INSERT ON insurance_claims WHEN EXISTS (SELECT 1 FROM insurance_claims WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER interest_accruals_never_replaced BEFORE INSERT ON interest_accruals WHEN EXISTS (SELECT 1 FROM interest_accruals WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER interest_postings_never_replaced BEFORE INSERT ON interest_postings WHEN EXISTS (SELECT 1 FROM interest_postings WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER interest_rows_never_replaced BEFORE INSERT ON interest_rows WHEN EXISTS (SELECT 1 FROM interest_rows WHERE "posting" = NEW."posting" AND "card" = NEW."card") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER kept_reports_never_replaced BEFORE INSERT ON kept_reports WHEN EXISTS (SELECT 1 FROM kept_reports WHERE "closing" = NEW."closing" AND "month" = NEW."month") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_openings_never_replaced BEFORE INSERT ON loan_openings WHEN EXISTS (SELECT 1 FROM loan_openings WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_pauses_never_replaced BEFORE INSERT ON loan_pauses WHEN EXISTS (SELECT 1 FROM loan_pauses WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_payments_never_replaced BEFORE INSERT ON loan_payments WHEN EXISTS (SELECT 1 FROM loan_payments WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_payouts_never_replaced BEFORE INSERT ON loan_payouts WHEN EXISTS (SELECT 1 FROM loan_payouts WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_plans_never_replaced BEFORE INSERT ON loan_plans WHEN EXISTS (SELECT 1 FROM loan_plans WHERE "card" = NEW."card" AND "version" = NEW."version") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_plan_rows_never_replaced BEFORE INSERT ON loan_plan_rows WHEN EXISTS (SELECT 1 FROM loan_plan_rows WHERE "card" = NEW."card" AND "version" = NEW."version" AND "row" = NEW."row") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_postings_never_replaced BEFORE INSERT ON loan_postings WHEN EXISTS (SELECT 1 FROM loan_postings WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_recoveries_never_replaced BEFORE INSERT ON loan_recoveries WHEN EXISTS (SELECT 1 FROM loan_recoveries WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_transfers_never_replaced BEFORE INSERT ON loan_transfers WHEN EXISTS (SELECT 1 FROM loan_transfers WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER loan_write_offs_never_replaced BEFORE INSERT ON loan_write_offs WHEN EXISTS (SELECT 1 FROM loan_write_offs WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER meetings_never_replaced BEFORE INSERT ON meetings WHEN EXISTS (SELECT 1 FROM meetings WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER paper_prints_never_replaced BEFORE INSERT ON paper_prints WHEN EXISTS (SELECT 1 FROM paper_prints WHERE "paper" = NEW."paper" AND "copy" = NEW."copy") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER plot_transfers_never_replaced BEFORE INSERT ON plot_transfers WHEN EXISTS (SELECT 1 FROM plot_transfers WHERE "lease" = NEW."lease" AND "plot" = NEW."plot" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER premium_bills_never_replaced BEFORE INSERT ON premium_bills WHEN EXISTS (SELECT 1 FROM premium_bills WHERE "charge" = NEW."charge") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER receipts_never_replaced BEFORE INSERT ON receipts WHEN EXISTS (SELECT 1 FROM receipts WHERE "series" = NEW."series" AND "year" = NEW."year" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER receipt_lines_never_replaced BEFORE INSERT ON receipt_lines WHEN EXISTS (SELECT 1 FROM receipt_lines WHERE "series" = NEW."series" AND "year" = NEW."year" AND "number" = NEW."number" AND "line" = NEW."line") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER receipt_voids_never_replaced BEFORE INSERT ON receipt_voids WHEN EXISTS (SELECT 1 FROM receipt_voids WHERE "series" = NEW."series" AND "year" = NEW."year" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER reconciliations_never_replaced BEFORE INSERT ON reconciliations WHEN EXISTS (SELECT 1 FROM reconciliations WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER remittances_never_replaced BEFORE INSERT ON remittances WHEN EXISTS (SELECT 1 FROM remittances WHERE "card" = NEW."card" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER rent_bills_never_replaced BEFORE INSERT ON rent_bills WHEN EXISTS (SELECT 1 FROM rent_bills WHERE "charge" = NEW."charge") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER restorations_never_replaced BEFORE INSERT ON restorations WHEN EXISTS (SELECT 1 FROM restorations WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER sanction_rules_never_replaced BEFORE INSERT ON sanction_rules WHEN EXISTS (SELECT 1 FROM sanction_rules WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER sanction_rule_steps_never_replaced BEFORE INSERT ON sanction_rule_steps WHEN EXISTS (SELECT 1 FROM sanction_rule_steps WHERE "rule" = NEW."rule" AND "missed" = NEW."missed") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER settled_items_never_replaced BEFORE INSERT ON settled_items WHEN EXISTS (SELECT 1 FROM settled_items WHERE "settlement" = NEW."settlement" AND "row" = NEW."row") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER sheets_never_replaced BEFORE INSERT ON sheets WHEN EXISTS (SELECT 1 FROM sheets WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER sheet_receipts_never_replaced BEFORE INSERT ON sheet_receipts WHEN EXISTS (SELECT 1 FROM sheet_receipts WHERE "series" = NEW."series" AND "year" = NEW."year" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER signatures_never_replaced BEFORE INSERT ON signatures WHEN EXISTS (SELECT 1 FROM signatures WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER signing_keys_never_replaced BEFORE INSERT ON signing_keys WHEN EXISTS (SELECT 1 FROM signing_keys WHERE "user" = NEW."user" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER text_erasures_never_replaced BEFORE INSERT ON text_erasures WHEN EXISTS (SELECT 1 FROM text_erasures WHERE "commitment" = NEW."commitment") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER vouchers_never_replaced BEFORE INSERT ON vouchers WHEN EXISTS (SELECT 1 FROM vouchers WHERE "series" = NEW."series" AND "year" = NEW."year" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER match_members_never_replaced BEFORE INSERT ON match_members WHEN EXISTS (SELECT 1 FROM match_members WHERE "round" = NEW."round" AND "member" = NEW."member") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER match_receipts_never_replaced BEFORE INSERT ON match_receipts WHEN EXISTS (SELECT 1 FROM match_receipts WHERE "round" = NEW."round" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER welfare_rules_never_replaced BEFORE INSERT ON welfare_rules WHEN EXISTS (SELECT 1 FROM welfare_rules WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER welfare_rule_tiers_never_replaced BEFORE INSERT ON welfare_rule_tiers WHEN EXISTS (SELECT 1 FROM welfare_rule_tiers WHERE "rule" = NEW."rule" AND "line" = NEW."line") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER due_payments_never_replaced BEFORE INSERT ON due_payments WHEN EXISTS (SELECT 1 FROM due_payments WHERE "allocation" = NEW."allocation" AND "member" = NEW."member" AND "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER share_outs_never_replaced BEFORE INSERT ON share_outs WHEN EXISTS (SELECT 1 FROM share_outs WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER share_out_parts_never_replaced BEFORE INSERT ON share_out_parts WHEN EXISTS (SELECT 1 FROM share_out_parts WHERE "share_out" = NEW."share_out" AND "member" = NEW."member") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER surplus_dues_never_replaced BEFORE INSERT ON surplus_dues WHEN EXISTS (SELECT 1 FROM surplus_dues WHERE "allocation" = NEW."allocation" AND "member" = NEW."member") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER surplus_allocations_never_replaced BEFORE INSERT ON surplus_allocations WHEN EXISTS (SELECT 1 FROM surplus_allocations WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER surplus_checks_never_replaced BEFORE INSERT ON surplus_checks WHEN EXISTS (SELECT 1 FROM surplus_checks WHERE "allocation" = NEW."allocation" AND "line" = NEW."line") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER surplus_lines_never_replaced BEFORE INSERT ON surplus_lines WHEN EXISTS (SELECT 1 FROM surplus_lines WHERE "allocation" = NEW."allocation" AND "line" = NEW."line") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER personal_never_replaced BEFORE INSERT ON personal WHEN EXISTS (SELECT 1 FROM personal WHERE "number" = NEW."number") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
CREATE TRIGGER free_texts_never_replaced BEFORE INSERT ON free_texts WHEN EXISTS (SELECT 1 FROM free_texts WHERE "commitment" = NEW."commitment") BEGIN SELECT RAISE(ABORT, 'satcha: nothing is replaced'); END;
