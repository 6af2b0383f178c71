-- What sounds at which moment, where to push it, and when the next daily summary goes out. The rows of "Reminder" follow from the
-- tasks: triggers keep them, so that whatever moves, completes, deletes, restores or undoes a task is right by itself.

CREATE TABLE "Reminder" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "dismissedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("userId","id")
);

CREATE TABLE "PushSubscription" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("userId","id")
);

CREATE TABLE "DailySummary" (
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3),
    "sentOn" DATE,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DailySummary_pkey" PRIMARY KEY ("userId")
);

CREATE UNIQUE INDEX "Reminder_userId_taskId_minutes_key" ON "Reminder"("userId", "taskId", "minutes");
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription"("endpoint");
CREATE INDEX "PushSubscription_userId_sessionId_idx" ON "PushSubscription"("userId", "sessionId");
CREATE INDEX "DailySummary_at_idx" ON "DailySummary"("at");
-- What a sweep looks for, whoever's it is; and what a person has not answered yet.
CREATE INDEX "Reminder_waiting" ON "Reminder" ("at") WHERE "sentAt" IS NULL;
CREATE INDEX "Reminder_open" ON "Reminder" ("userId", "sentAt" DESC) WHERE "sentAt" IS NOT NULL AND "dismissedAt" IS NULL;

ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_userId_taskId_fkey" FOREIGN KEY ("userId", "taskId") REFERENCES "Task"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_userId_sessionId_fkey" FOREIGN KEY ("userId", "sessionId") REFERENCES "Session"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DailySummary" ADD CONSTRAINT "DailySummary_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Reminder"
  ADD CONSTRAINT "Reminder_minutes_check" CHECK ("minutes" BETWEEN 0 AND 40320),
  ADD CONSTRAINT "Reminder_dismissedAt_check" CHECK ("dismissedAt" IS NULL OR "sentAt" IS NOT NULL);
ALTER TABLE "PushSubscription"
  ADD CONSTRAINT "PushSubscription_endpoint_check" CHECK ("endpoint" ~ '^https?://' AND length("endpoint") <= 2000),
  ADD CONSTRAINT "PushSubscription_keys_check" CHECK ("p256dh" ~ '^[A-Za-z0-9_-]{87}$' AND "auth" ~ '^[A-Za-z0-9_-]{22}$');
ALTER TABLE "DailySummary" ADD CONSTRAINT "DailySummary_tries_check" CHECK ("tries" >= 0);

CREATE TRIGGER "PushSubscription_created" BEFORE INSERT ON "PushSubscription" FOR EACH ROW EXECUTE FUNCTION docket_created();

-- A zone that PostgreSQL doesn't know must not stop anybody from writing a task.
CREATE FUNCTION docket_zone(zone text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  PERFORM now() AT TIME ZONE zone;
  RETURN zone;
EXCEPTION WHEN OTHERS THEN
  RETURN 'UTC';
END $$;

-- As instantOf() in lib/words/zone.ts, which a test compares it with: a wall time that occurs twice in autumn means the first, one
-- that is skipped in spring moves forward by the length of the gap.
CREATE FUNCTION docket_instant(wall timestamp, zone text) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE
  eve timestamp := wall - interval '1 day';
  morrow timestamp := wall + interval '1 day';
  -- With what the zone is ahead of UTC a day before, and a day after.
  before timestamptz := (wall - ((eve AT TIME ZONE 'UTC' AT TIME ZONE zone) - eve)) AT TIME ZONE 'UTC';
  after timestamptz := (wall - ((morrow AT TIME ZONE 'UTC' AT TIME ZONE zone) - morrow)) AT TIME ZONE 'UTC';
BEGIN
  RETURN CASE
    WHEN before = after OR after AT TIME ZONE zone <> wall THEN before
    WHEN before AT TIME ZONE zone <> wall THEN after
    ELSE least(before, after)
  END;
END $$;

-- Which reminders the open tasks of a person ask for. A task without any of its own has the person's default; a day without a time
-- counts as their morning, but by default it is not reminded of at all.
CREATE FUNCTION docket_reminders(person uuid, these uuid[])
RETURNS TABLE ("taskId" uuid, "minutes" int, "dueAt" timestamptz) LANGUAGE sql STABLE AS $$
  WITH told AS MATERIALIZED (
    SELECT docket_zone("timeZone") AS zone,
      CASE WHEN "settings" #> '{reminders,minutes}' = 'null' THEN '{}'
        ELSE ARRAY[coalesce(("settings" #>> '{reminders,minutes}')::int, 0)] END AS usual,
      coalesce(("settings" #>> '{reminders,wholeDays}')::boolean, false) AS days,
      coalesce("settings" #>> '{reminders,dayTime}', '09:00')::time AS morning
    FROM "User" WHERE "id" = person
  )
  SELECT t."id", wanted.minutes, docket_instant(t."dueDate" + coalesce(t."dueTime", told.morning), told.zone)
  FROM told
  JOIN "Task" t ON t."userId" = person AND NOT t."isCompleted" AND t."deletedAt" IS NULL AND t."dueDate" IS NOT NULL
    AND t."id" = ANY(these)
  CROSS JOIN LATERAL (
    SELECT DISTINCT unnest(CASE
      WHEN cardinality(t."reminders") > 0 THEN t."reminders"
      WHEN t."dueTime" IS NOT NULL OR told.days THEN told.usual
    END)
  ) AS wanted (minutes)
$$;

-- What was sent or put off stays while it speaks of the same moment. A moment that is past before anybody could be reminded is let go,
-- but for the minute that is running: "now" is a time too. Without names it plans all tasks of the person.
CREATE FUNCTION docket_plan_reminders(person uuid, these uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF these IS NULL THEN
    these := ARRAY(SELECT "id" FROM "Task" WHERE "userId" = person AND "dueDate" IS NOT NULL
      UNION SELECT "taskId" FROM "Reminder" WHERE "userId" = person);
  END IF;
  DELETE FROM "Reminder" r WHERE r."userId" = person AND r."taskId" = ANY(these) AND NOT EXISTS (
    SELECT FROM docket_reminders(person, these) w
    WHERE w."taskId" = r."taskId" AND w."minutes" = r."minutes" AND w."dueAt" = r."dueAt");
  INSERT INTO "Reminder" ("userId", "id", "taskId", "minutes", "dueAt", "at")
  SELECT person, gen_random_uuid(), w."taskId", w."minutes", w."dueAt", w."dueAt" - w."minutes" * interval '1 minute'
  FROM docket_reminders(person, these) w
  WHERE w."dueAt" - w."minutes" * interval '1 minute' > now() - interval '1 minute'
  ON CONFLICT ("userId", "taskId", "minutes") DO NOTHING;
END $$;

-- For each statement, so that a change of many tasks plans them together.
CREATE FUNCTION docket_task_reminders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM docket_plan_reminders("userId", array_agg("id")) FROM new_tasks WHERE "dueDate" IS NOT NULL GROUP BY "userId";
  ELSE
    PERFORM docket_plan_reminders(n."userId", array_agg(n."id"))
    FROM new_tasks n JOIN old_tasks o ON o."userId" = n."userId" AND o."id" = n."id"
    WHERE (n."dueDate", n."dueTime", n."isCompleted", n."deletedAt" IS NULL, n."reminders")
      IS DISTINCT FROM (o."dueDate", o."dueTime", o."isCompleted", o."deletedAt" IS NULL, o."reminders")
    GROUP BY n."userId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Task_reminders_new" AFTER INSERT ON "Task" REFERENCING NEW TABLE AS new_tasks
  FOR EACH STATEMENT EXECUTE FUNCTION docket_task_reminders();
CREATE TRIGGER "Task_reminders_changed" AFTER UPDATE ON "Task" REFERENCING OLD TABLE AS old_tasks NEW TABLE AS new_tasks
  FOR EACH STATEMENT EXECUTE FUNCTION docket_task_reminders();

-- The next moment that is this hour in a zone, on a day after the last one that had its summary.
CREATE FUNCTION docket_summary_at(zone text, hour int, last date) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT min(moment) FROM (
    SELECT docket_instant(day + make_interval(hours => hour), zone) AS moment FROM (
      SELECT (now() AT TIME ZONE zone)::date + ahead AS day FROM generate_series(0, 2) AS ahead
    ) AS days WHERE last IS NULL OR day > last
  ) AS moments WHERE moment > now()
$$;

CREATE FUNCTION docket_user_reminders() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hour int := (NEW."settings" #>> '{reminders,summary}')::int;
BEGIN
  PERFORM docket_plan_reminders(NEW."id", NULL);
  IF hour IS NULL THEN
    UPDATE "DailySummary" SET "at" = NULL WHERE "userId" = NEW."id";
  ELSE
    INSERT INTO "DailySummary" AS had ("userId", "at") VALUES (NEW."id", docket_summary_at(docket_zone(NEW."timeZone"), hour, NULL))
    ON CONFLICT ("userId") DO UPDATE SET "at" = docket_summary_at(docket_zone(NEW."timeZone"), hour, had."sentOn"), "tries" = 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "User_reminders" AFTER UPDATE OF "timeZone", "settings" ON "User" FOR EACH ROW
  WHEN (NEW."timeZone" IS DISTINCT FROM OLD."timeZone" OR NEW."settings" -> 'reminders' IS DISTINCT FROM OLD."settings" -> 'reminders')
  EXECUTE FUNCTION docket_user_reminders();

SELECT docket_plan_reminders("id", NULL) FROM "User";
