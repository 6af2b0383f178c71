-- A task may be a part of another one, may remind of itself, and says when it changed last by a count of its owner's changes.
-- Expand only: an instance from before goes on writing tasks, and its writes are counted too.

ALTER TABLE "User" ADD COLUMN "taskSeq" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "taskSeqFloor" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Task" ADD COLUMN "parent" INTEGER,
  ADD COLUMN "reminders" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
  ADD COLUMN "changed" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "Task_userId_parent_idx" ON "Task"("userId", "parent");
CREATE INDEX "Task_userId_changed_idx" ON "Task"("userId", "changed");
-- By its number, which never changes, and under which an undo brings a purged task back.
ALTER TABLE "Task" ADD CONSTRAINT "Task_userId_parent_fkey" FOREIGN KEY ("userId", "parent") REFERENCES "Task"("userId", "number") ON DELETE SET NULL ("parent") ON UPDATE NO ACTION;

-- A CHECK may not hold a subquery, hence a function.
CREATE FUNCTION docket_reminders_fit(reminders int[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT reminders IS NOT NULL AND cardinality(reminders) <= 5
    AND coalesce(bool_and(minutes IS NOT NULL AND minutes BETWEEN 0 AND 40320), true)
  FROM unnest(reminders) AS minutes
$$;

ALTER TABLE "Task"
  ADD CONSTRAINT "Task_reminders_check" CHECK (docket_reminders_fit("reminders")),
  ADD CONSTRAINT "Task_parent_check" CHECK ("parent" <> "number");
ALTER TABLE "User"
  ADD CONSTRAINT "User_taskSeq_check" CHECK ("taskSeq" >= 0 AND "taskSeqFloor" BETWEEN 0 AND "taskSeq");

CREATE TRIGGER "User_sequence" BEFORE UPDATE OF "taskSeq", "taskSeqFloor" ON "User" FOR EACH ROW
  WHEN (NEW."taskSeq" < OLD."taskSeq" OR NEW."taskSeqFloor" < OLD."taskSeqFloor")
  EXECUTE FUNCTION docket_refuse('DK003', 'a counter only grows');

-- Each transaction that writes tasks of somebody takes the next number of their sequence, once, and holds the counter until it
-- commits: whoever has seen number n has seen everything up to n. The setting lives as long as the transaction. The name sorts
-- before those of the rules, so that the rule about parents looks while nobody else can write tasks of this person.
CREATE FUNCTION docket_task_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken text := current_setting('docket.changed', true);
BEGIN
  IF taken IS NULL OR split_part(taken, ' ', 1) <> NEW."userId"::text THEN
    UPDATE "User" SET "taskSeq" = "taskSeq" + 1 WHERE "id" = NEW."userId" RETURNING "taskSeq" INTO NEW."changed";
    -- Without such a user the foreign key has its say.
    NEW."changed" := coalesce(NEW."changed", 0);
    PERFORM set_config('docket.changed', NEW."userId"::text || ' ' || NEW."changed", true);
  ELSE
    NEW."changed" := split_part(taken, ' ', 2)::int;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Task_changed" BEFORE INSERT OR UPDATE ON "Task" FOR EACH ROW EXECUTE FUNCTION docket_task_changed();

-- What is gone for good can't say that it changed: whoever knows less than this has to read everything anew.
CREATE FUNCTION docket_task_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "User" SET "taskSeq" = "taskSeq" + 1, "taskSeqFloor" = "taskSeq" + 1 WHERE "id" IN (SELECT "userId" FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER "Task_gone" AFTER DELETE ON "Task" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION docket_task_gone();

-- One level deep: what is a part of something has no parts.
CREATE FUNCTION docket_task_parent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Task" WHERE "userId" = NEW."userId" AND "number" = NEW."parent" AND "parent" IS NOT NULL)
    OR EXISTS (SELECT FROM "Task" WHERE "userId" = NEW."userId" AND "parent" = NEW."number") THEN
    RAISE EXCEPTION USING ERRCODE = 'DK013', MESSAGE = 'a subtask has no subtasks', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Task_parent" BEFORE INSERT OR UPDATE OF "parent" ON "Task" FOR EACH ROW WHEN (NEW."parent" IS NOT NULL)
  EXECUTE FUNCTION docket_task_parent();

-- As before, but for the bin: the moment of the statement, so that what goes into the bin together can be told by it.
CREATE OR REPLACE FUNCTION docket_task_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A past moment is let in: undo puts back when a task had been completed.
  IF NOT NEW."isCompleted" THEN NEW."completedAt" := NULL;
  ELSIF NEW."completedAt" IS NULL OR NEW."completedAt" > clock_timestamp() THEN NEW."completedAt" := clock_timestamp();
  END IF;
  NEW."deletedAt" := CASE WHEN NEW."deletedAt" IS NULL THEN NULL ELSE coalesce(OLD."deletedAt", statement_timestamp()) END;
  NEW."updatedAt" := greatest(OLD."updatedAt", clock_timestamp());
  IF TG_OP = 'UPDATE' THEN NEW."version" := OLD."version" + 1; END IF;
  RETURN NEW;
END $$;
