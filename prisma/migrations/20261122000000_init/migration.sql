-- The first part is what Prisma makes of schema.prisma, but for three things that it can't say: COLLATE "C" on
-- Task.position, the column lists of ON DELETE SET NULL, and the extensions. The second part is written by hand.

-- Trigrams for titles with typos; btree_gin so that search indexes can begin with the owner like all others.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE TYPE "Priority" AS ENUM ('none', 'low', 'medium', 'high');
CREATE TYPE "ConversationStatus" AS ENUM ('ACTIVE', 'INACTIVE', 'ARCHIVED');
CREATE TYPE "MessageRole" AS ENUM ('USER', 'ASSISTANT');
CREATE TYPE "MessageStatus" AS ENUM ('PENDING', 'PROCESSING', 'AWAITING_APPROVAL', 'COMPLETED', 'STOPPED', 'ERROR');
CREATE TYPE "ToolCallSource" AS ENUM ('CHAT', 'MCP', 'UI', 'API');
CREATE TYPE "ToolCallStatus" AS ENUM ('PENDING', 'EXECUTING', 'SUCCESS', 'ERROR', 'DENIED');

CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "image" TEXT,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "nextTaskNumber" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Session" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userAgent" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("userId","id")
);

CREATE TABLE "Account" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("userId","id")
);

CREATE TABLE "AccessToken" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "lastFour" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("userId","id")
);

CREATE TABLE "Task" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "isCompleted" BOOLEAN NOT NULL DEFAULT false,
    "completedAt" TIMESTAMPTZ(3),
    "priority" "Priority" NOT NULL DEFAULT 'none',
    "dueDate" DATE,
    "dueTime" TIME(0),
    "recurrence" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("userId","id")
);

CREATE TABLE "Conversation" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT,
    "status" "ConversationStatus" NOT NULL DEFAULT 'ACTIVE',
    "model" TEXT,
    "nextSeq" INTEGER NOT NULL DEFAULT 1,
    "pinnedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("userId","id")
);

CREATE TABLE "Message" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "role" "MessageRole" NOT NULL,
    "content" TEXT NOT NULL DEFAULT '',
    "parts" JSONB NOT NULL DEFAULT '[]',
    "replyToId" UUID,
    "replacesId" UUID,
    "status" "MessageStatus" NOT NULL,
    "leaseOwner" UUID,
    "leaseEpoch" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "stopRequestedAt" TIMESTAMPTZ(3),
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("userId","id")
);

CREATE TABLE "ReplyEvent" (
    "userId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReplyEvent_pkey" PRIMARY KEY ("userId","messageId","seq")
);

CREATE TABLE "ToolCallLog" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" "ToolCallSource" NOT NULL,
    "actorName" TEXT,
    "accessTokenId" UUID,
    "conversationId" UUID,
    "messageId" UUID,
    "callId" TEXT,
    "idempotencyKey" TEXT,
    "toolName" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "result" JSONB,
    "error" TEXT,
    "status" "ToolCallStatus" NOT NULL DEFAULT 'PENDING',
    "changes" JSONB NOT NULL DEFAULT '[]',
    "undoneById" UUID,
    "approvalExpiresAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ToolCallLog_pkey" PRIMARY KEY ("userId","id")
);

CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "resetAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE UNIQUE INDEX "Account_provider_subject_key" ON "Account"("provider", "subject");
CREATE UNIQUE INDEX "AccessToken_tokenHash_key" ON "AccessToken"("tokenHash");
CREATE INDEX "Task_userId_isCompleted_dueDate_idx" ON "Task"("userId", "isCompleted", "dueDate");
CREATE INDEX "Task_userId_position_idx" ON "Task"("userId", "position");
CREATE INDEX "Task_title_trigrams" ON "Task" USING GIN ("userId" uuid_ops, "title" gin_trgm_ops);
CREATE UNIQUE INDEX "Task_userId_number_key" ON "Task"("userId", "number");
CREATE INDEX "Conversation_userId_updatedAt_idx" ON "Conversation"("userId", "updatedAt" DESC);
CREATE INDEX "Conversation_title_trigrams" ON "Conversation" USING GIN ("userId" uuid_ops, "title" gin_trgm_ops);
CREATE INDEX "Message_userId_conversationId_createdAt_idx" ON "Message"("userId", "conversationId", "createdAt");
CREATE INDEX "Message_userId_conversationId_replyToId_idx" ON "Message"("userId", "conversationId", "replyToId");
CREATE INDEX "Message_userId_conversationId_replacesId_idx" ON "Message"("userId", "conversationId", "replacesId");
CREATE INDEX "Message_userId_createdAt_idx" ON "Message"("userId", "createdAt");
CREATE UNIQUE INDEX "Message_userId_conversationId_id_key" ON "Message"("userId", "conversationId", "id");
CREATE UNIQUE INDEX "Message_userId_conversationId_seq_key" ON "Message"("userId", "conversationId", "seq");
CREATE INDEX "ToolCallLog_userId_createdAt_idx" ON "ToolCallLog"("userId", "createdAt" DESC);
CREATE INDEX "ToolCallLog_userId_conversationId_idx" ON "ToolCallLog"("userId", "conversationId");
CREATE INDEX "ToolCallLog_userId_status_idx" ON "ToolCallLog"("userId", "status");
CREATE INDEX "ToolCallLog_userId_accessTokenId_idx" ON "ToolCallLog"("userId", "accessTokenId");
CREATE INDEX "ToolCallLog_userId_undoneById_idx" ON "ToolCallLog"("userId", "undoneById");
CREATE UNIQUE INDEX "ToolCallLog_userId_messageId_callId_key" ON "ToolCallLog"("userId", "messageId", "callId");
CREATE UNIQUE INDEX "ToolCallLog_userId_idempotencyKey_key" ON "ToolCallLog"("userId", "idempotencyKey");
CREATE INDEX "RateLimit_resetAt_idx" ON "RateLimit"("resetAt");
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Task" ADD CONSTRAINT "Task_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Message" ADD CONSTRAINT "Message_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Message" ADD CONSTRAINT "Message_userId_conversationId_fkey" FOREIGN KEY ("userId", "conversationId") REFERENCES "Conversation"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Message" ADD CONSTRAINT "Message_userId_conversationId_replyToId_fkey" FOREIGN KEY ("userId", "conversationId", "replyToId") REFERENCES "Message"("userId", "conversationId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "Message" ADD CONSTRAINT "Message_userId_conversationId_replacesId_fkey" FOREIGN KEY ("userId", "conversationId", "replacesId") REFERENCES "Message"("userId", "conversationId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ReplyEvent" ADD CONSTRAINT "ReplyEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReplyEvent" ADD CONSTRAINT "ReplyEvent_userId_messageId_fkey" FOREIGN KEY ("userId", "messageId") REFERENCES "Message"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ToolCallLog" ADD CONSTRAINT "ToolCallLog_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ToolCallLog" ADD CONSTRAINT "ToolCallLog_userId_accessTokenId_fkey" FOREIGN KEY ("userId", "accessTokenId") REFERENCES "AccessToken"("userId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "ToolCallLog" ADD CONSTRAINT "ToolCallLog_userId_conversationId_fkey" FOREIGN KEY ("userId", "conversationId") REFERENCES "Conversation"("userId", "id") ON DELETE SET NULL ("conversationId") ON UPDATE CASCADE;
ALTER TABLE "ToolCallLog" ADD CONSTRAINT "ToolCallLog_userId_messageId_fkey" FOREIGN KEY ("userId", "messageId") REFERENCES "Message"("userId", "id") ON DELETE SET NULL ("messageId") ON UPDATE CASCADE;
ALTER TABLE "ToolCallLog" ADD CONSTRAINT "ToolCallLog_userId_undoneById_fkey" FOREIGN KEY ("userId", "undoneById") REFERENCES "ToolCallLog"("userId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;


-- Search. Queries must repeat these expressions word for word to use the index.
CREATE INDEX "Task_search" ON "Task" USING GIN ("userId", to_tsvector('simple', "title" || ' ' || coalesce("description", '')));
CREATE INDEX "Conversation_search" ON "Conversation" USING GIN ("userId", to_tsvector('simple', coalesce("title", '')));
CREATE INDEX "Message_search" ON "Message" USING GIN ("userId", to_tsvector('simple', "content"));

-- At most one reply of a conversation is being written. The sweeper finds replies without a live lease here as well.
CREATE UNIQUE INDEX "Message_one_active_reply" ON "Message" ("userId", "conversationId") WHERE "status" IN ('PENDING', 'PROCESSING');
-- What a sweeper may have to end: calls that wait for a yes, and calls whose process may have died.
CREATE INDEX "ToolCallLog_open" ON "ToolCallLog" ("status", "createdAt") WHERE "status" IN ('PENDING', 'EXECUTING');


-- Limits. lib/*/schema.ts says the same with better sentences; here they hold whatever the code does.

ALTER TABLE "User"
  -- lower() by "C" touches ASCII only, so that the rule doesn't depend on the server's locale.
  ADD CONSTRAINT "User_email_check" CHECK (char_length("email") <= 254 AND "email" ~ '^[^@[:space:]]+@[^@[:space:]]+$' AND "email" = lower("email" COLLATE "C") AND "email" IS NFKC NORMALIZED),
  ADD CONSTRAINT "User_name_check" CHECK (char_length("name") <= 100),
  ADD CONSTRAINT "User_passwordHash_check" CHECK ("passwordHash" LIKE '$argon2id$%' AND char_length("passwordHash") <= 300),
  ADD CONSTRAINT "User_image_check" CHECK (char_length("image") <= 2000),
  ADD CONSTRAINT "User_timeZone_check" CHECK ("timeZone" ~ '^[A-Za-z0-9_+/-]{1,64}$'),
  ADD CONSTRAINT "User_settings_check" CHECK (jsonb_typeof("settings") = 'object' AND char_length("settings"::text) <= 10000),
  ADD CONSTRAINT "User_nextTaskNumber_check" CHECK ("nextTaskNumber" >= 1);

ALTER TABLE "Session"
  ADD CONSTRAINT "Session_userAgent_check" CHECK (char_length("userAgent") <= 500),
  ADD CONSTRAINT "Session_expiresAt_check" CHECK ("expiresAt" > "createdAt");

ALTER TABLE "Account"
  ADD CONSTRAINT "Account_provider_check" CHECK (char_length("provider") BETWEEN 1 AND 100),
  ADD CONSTRAINT "Account_subject_check" CHECK (char_length("subject") BETWEEN 1 AND 500);

ALTER TABLE "AccessToken"
  ADD CONSTRAINT "AccessToken_name_check" CHECK (char_length("name") <= 100 AND "name" ~ '[^[:space:]]'),
  ADD CONSTRAINT "AccessToken_tokenHash_check" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "AccessToken_lastFour_check" CHECK (char_length("lastFour") = 4),
  ADD CONSTRAINT "AccessToken_scopes_check" CHECK ("scopes" IS NOT NULL AND cardinality("scopes") >= 1 AND "scopes" <@ ARRAY['read', 'write', 'delete']),
  ADD CONSTRAINT "AccessToken_expiresAt_check" CHECK ("expiresAt" > "createdAt");

-- A CHECK may not hold a subquery, hence a function.
CREATE FUNCTION docket_tags_fit(tags text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT tags IS NOT NULL AND cardinality(tags) <= 20
    AND coalesce(bool_and(tag IS NOT NULL AND char_length(tag) <= 50 AND tag ~ '[^[:space:]]'), true)
  FROM unnest(tags) AS tag
$$;

ALTER TABLE "Task"
  ADD CONSTRAINT "Task_number_check" CHECK ("number" >= 1),
  ADD CONSTRAINT "Task_title_check" CHECK (char_length("title") <= 500 AND "title" ~ '[^[:space:]]'),
  ADD CONSTRAINT "Task_description_check" CHECK (char_length("description") <= 10000),
  ADD CONSTRAINT "Task_completedAt_check" CHECK (("completedAt" IS NOT NULL) = "isCompleted"),
  ADD CONSTRAINT "Task_dueDate_check" CHECK ("dueDate" BETWEEN '0001-01-01' AND '9999-12-31'),
  ADD CONSTRAINT "Task_dueTime_check" CHECK ("dueTime" IS NULL OR ("dueDate" IS NOT NULL AND "dueTime" < '24:00' AND extract(second FROM "dueTime") = 0)),
  ADD CONSTRAINT "Task_recurrence_check" CHECK ("recurrence" IS NULL OR ("dueDate" IS NOT NULL AND "recurrence" LIKE '%FREQ=%' AND char_length("recurrence") <= 500)),
  ADD CONSTRAINT "Task_tags_check" CHECK (docket_tags_fit("tags")),
  ADD CONSTRAINT "Task_position_check" CHECK (char_length("position") BETWEEN 1 AND 1000),
  ADD CONSTRAINT "Task_version_check" CHECK ("version" >= 1);

ALTER TABLE "Conversation"
  ADD CONSTRAINT "Conversation_title_check" CHECK (char_length("title") <= 200 AND "title" ~ '[^[:space:]]'),
  ADD CONSTRAINT "Conversation_model_check" CHECK (char_length("model") BETWEEN 1 AND 100),
  ADD CONSTRAINT "Conversation_nextSeq_check" CHECK ("nextSeq" >= 1),
  ADD CONSTRAINT "Conversation_updatedAt_check" CHECK ("updatedAt" >= "createdAt");

ALTER TABLE "Message"
  ADD CONSTRAINT "Message_seq_check" CHECK ("seq" >= 1),
  ADD CONSTRAINT "Message_parts_check" CHECK (jsonb_typeof("parts") = 'array'),
  ADD CONSTRAINT "Message_metadata_check" CHECK (jsonb_typeof("metadata") = 'object'),
  ADD CONSTRAINT "Message_content_check" CHECK (char_length("content") <= 10000),
  -- What a person sends, and what is finished, says something; a reply that was stopped or failed may be empty.
  ADD CONSTRAINT "Message_blank_check" CHECK ("content" ~ '[^[:space:]]' OR ("role" = 'ASSISTANT' AND "status" <> 'COMPLETED')),
  ADD CONSTRAINT "Message_question_check" CHECK ("role" <> 'USER' OR ("status" = 'COMPLETED' AND "replyToId" IS NULL AND "leaseEpoch" = 0 AND "stopRequestedAt" IS NULL)),
  ADD CONSTRAINT "Message_reply_check" CHECK ("role" <> 'ASSISTANT' OR "replyToId" IS NOT NULL),
  ADD CONSTRAINT "Message_self_check" CHECK ("replyToId" <> "id" AND "replacesId" IS DISTINCT FROM "id"),
  ADD CONSTRAINT "Message_leaseEpoch_check" CHECK ("leaseEpoch" >= 0),
  -- A lease has an owner and an end. Whoever writes holds one; whoever waits for a yes, or is done, holds none.
  ADD CONSTRAINT "Message_lease_check" CHECK (("leaseOwner" IS NULL) = ("leaseUntil" IS NULL) AND CASE "status" WHEN 'PENDING' THEN true WHEN 'PROCESSING' THEN "leaseOwner" IS NOT NULL ELSE "leaseOwner" IS NULL END);

ALTER TABLE "ReplyEvent"
  ADD CONSTRAINT "ReplyEvent_seq_check" CHECK ("seq" >= 0);

ALTER TABLE "ToolCallLog"
  ADD CONSTRAINT "ToolCallLog_actorName_check" CHECK (char_length("actorName") BETWEEN 1 AND 200),
  ADD CONSTRAINT "ToolCallLog_callId_check" CHECK (char_length("callId") BETWEEN 1 AND 100),
  ADD CONSTRAINT "ToolCallLog_idempotencyKey_check" CHECK (char_length("idempotencyKey") BETWEEN 1 AND 200),
  -- The registry of lib/tools; a test compares the two. A new tool needs a migration that replaces this list.
  ADD CONSTRAINT "ToolCallLog_toolName_check" CHECK (char_length("toolName") <= 100 AND "toolName" IN ('create_task', 'list_tasks', 'update_task', 'set_task_complete', 'delete_task', 'restore_task', 'get_overview', 'undo_change', 'move_task')),
  ADD CONSTRAINT "ToolCallLog_parameters_check" CHECK (jsonb_typeof("parameters") = 'object'),
  ADD CONSTRAINT "ToolCallLog_changes_check" CHECK (jsonb_typeof("changes") = 'array' AND ("status" = 'SUCCESS' OR "changes" = '[]')),
  ADD CONSTRAINT "ToolCallLog_error_check" CHECK (char_length("error") <= 2000 AND ("status" IN ('ERROR', 'DENIED') OR "error" IS NULL)),
  ADD CONSTRAINT "ToolCallLog_reason_check" CHECK ("status" <> 'ERROR' OR "error" IS NOT NULL),
  ADD CONSTRAINT "ToolCallLog_undoneById_check" CHECK ("undoneById" IS NULL OR ("status" = 'SUCCESS' AND "undoneById" <> "id"));

ALTER TABLE "RateLimit"
  ADD CONSTRAINT "RateLimit_key_check" CHECK (char_length("key") BETWEEN 1 AND 100),
  ADD CONSTRAINT "RateLimit_count_check" CHECK ("count" >= 0);


-- Rules about change. A rule that refuses is one trigger, whose WHEN is the rule; the SQLSTATE (DK001…) is what
-- lib/db/refusal.ts turns into a sentence. Triggers fire by name: "_created", then the rules, "_stamp" among them
-- only writes columns that no rule reads, or reads after the rules had their say.

CREATE FUNCTION docket_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = TG_ARGV[0], MESSAGE = TG_ARGV[1], TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END $$;

-- Created: the moment is the database's, whatever is sent, and stays.

CREATE FUNCTION docket_created() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."createdAt" := clock_timestamp();
  RETURN NEW;
END $$;

CREATE TRIGGER "User_created" BEFORE INSERT ON "User" FOR EACH ROW EXECUTE FUNCTION docket_created();
CREATE TRIGGER "Session_created" BEFORE INSERT ON "Session" FOR EACH ROW EXECUTE FUNCTION docket_created();
CREATE TRIGGER "Account_created" BEFORE INSERT ON "Account" FOR EACH ROW EXECUTE FUNCTION docket_created();
CREATE TRIGGER "AccessToken_created" BEFORE INSERT ON "AccessToken" FOR EACH ROW EXECUTE FUNCTION docket_created();
CREATE TRIGGER "Task_created" BEFORE INSERT ON "Task" FOR EACH ROW EXECUTE FUNCTION docket_created();
CREATE TRIGGER "Conversation_created" BEFORE INSERT ON "Conversation" FOR EACH ROW EXECUTE FUNCTION docket_created();
CREATE TRIGGER "Message_created" BEFORE INSERT ON "Message" FOR EACH ROW EXECUTE FUNCTION docket_created();
CREATE TRIGGER "ReplyEvent_created" BEFORE INSERT ON "ReplyEvent" FOR EACH ROW EXECUTE FUNCTION docket_created();
CREATE TRIGGER "ToolCallLog_created" BEFORE INSERT ON "ToolCallLog" FOR EACH ROW EXECUTE FUNCTION docket_created();

CREATE TRIGGER "User_createdAt" BEFORE UPDATE ON "User" FOR EACH ROW WHEN (NEW."createdAt" IS DISTINCT FROM OLD."createdAt")
  EXECUTE FUNCTION docket_refuse('DK001', 'createdAt never changes');
CREATE TRIGGER "Session_createdAt" BEFORE UPDATE ON "Session" FOR EACH ROW WHEN (NEW."createdAt" IS DISTINCT FROM OLD."createdAt")
  EXECUTE FUNCTION docket_refuse('DK001', 'createdAt never changes');
CREATE TRIGGER "Account_createdAt" BEFORE UPDATE ON "Account" FOR EACH ROW WHEN (NEW."createdAt" IS DISTINCT FROM OLD."createdAt")
  EXECUTE FUNCTION docket_refuse('DK001', 'createdAt never changes');
CREATE TRIGGER "AccessToken_createdAt" BEFORE UPDATE ON "AccessToken" FOR EACH ROW WHEN (NEW."createdAt" IS DISTINCT FROM OLD."createdAt")
  EXECUTE FUNCTION docket_refuse('DK001', 'createdAt never changes');
CREATE TRIGGER "Task_createdAt" BEFORE UPDATE ON "Task" FOR EACH ROW WHEN (NEW."createdAt" IS DISTINCT FROM OLD."createdAt")
  EXECUTE FUNCTION docket_refuse('DK001', 'createdAt never changes');
CREATE TRIGGER "Conversation_createdAt" BEFORE UPDATE ON "Conversation" FOR EACH ROW WHEN (NEW."createdAt" IS DISTINCT FROM OLD."createdAt")
  EXECUTE FUNCTION docket_refuse('DK001', 'createdAt never changes');
CREATE TRIGGER "Message_createdAt" BEFORE UPDATE ON "Message" FOR EACH ROW WHEN (NEW."createdAt" IS DISTINCT FROM OLD."createdAt")
  EXECUTE FUNCTION docket_refuse('DK001', 'createdAt never changes');
CREATE TRIGGER "ToolCallLog_createdAt" BEFORE UPDATE ON "ToolCallLog" FOR EACH ROW WHEN (NEW."createdAt" IS DISTINCT FROM OLD."createdAt")
  EXECUTE FUNCTION docket_refuse('DK001', 'createdAt never changes');

-- Identity: what a row is, and whose, never changes. ON UPDATE CASCADE stays in the foreign keys because Prisma says so by default.

CREATE TRIGGER "User_identity" BEFORE UPDATE OF "id" ON "User" FOR EACH ROW
  WHEN (NEW."id" <> OLD."id")
  EXECUTE FUNCTION docket_refuse('DK002', 'what a row is, and whose, never changes');
CREATE TRIGGER "Session_identity" BEFORE UPDATE OF "userId", "id" ON "Session" FOR EACH ROW
  WHEN (ROW(NEW."userId", NEW."id") IS DISTINCT FROM ROW(OLD."userId", OLD."id"))
  EXECUTE FUNCTION docket_refuse('DK002', 'what a row is, and whose, never changes');
CREATE TRIGGER "Account_identity" BEFORE UPDATE OF "userId", "id", "provider", "subject" ON "Account" FOR EACH ROW
  WHEN (ROW(NEW."userId", NEW."id", NEW."provider", NEW."subject") IS DISTINCT FROM ROW(OLD."userId", OLD."id", OLD."provider", OLD."subject"))
  EXECUTE FUNCTION docket_refuse('DK002', 'what a row is, and whose, never changes');
CREATE TRIGGER "AccessToken_identity" BEFORE UPDATE OF "userId", "id", "tokenHash" ON "AccessToken" FOR EACH ROW
  WHEN (ROW(NEW."userId", NEW."id", NEW."tokenHash") IS DISTINCT FROM ROW(OLD."userId", OLD."id", OLD."tokenHash"))
  EXECUTE FUNCTION docket_refuse('DK002', 'what a row is, and whose, never changes');
CREATE TRIGGER "Task_identity" BEFORE UPDATE OF "userId", "id", "number" ON "Task" FOR EACH ROW
  WHEN (ROW(NEW."userId", NEW."id", NEW."number") IS DISTINCT FROM ROW(OLD."userId", OLD."id", OLD."number"))
  EXECUTE FUNCTION docket_refuse('DK002', 'what a row is, and whose, never changes');
CREATE TRIGGER "Conversation_identity" BEFORE UPDATE OF "userId", "id" ON "Conversation" FOR EACH ROW
  WHEN (ROW(NEW."userId", NEW."id") IS DISTINCT FROM ROW(OLD."userId", OLD."id"))
  EXECUTE FUNCTION docket_refuse('DK002', 'what a row is, and whose, never changes');
CREATE TRIGGER "Message_identity" BEFORE UPDATE OF "userId", "id", "conversationId", "seq", "role", "replyToId", "replacesId" ON "Message" FOR EACH ROW
  WHEN (ROW(NEW."userId", NEW."id", NEW."conversationId", NEW."seq", NEW."role", NEW."replyToId", NEW."replacesId") IS DISTINCT FROM ROW(OLD."userId", OLD."id", OLD."conversationId", OLD."seq", OLD."role", OLD."replyToId", OLD."replacesId"))
  EXECUTE FUNCTION docket_refuse('DK002', 'what a row is, and whose, never changes');
CREATE TRIGGER "ReplyEvent_identity" BEFORE UPDATE ON "ReplyEvent" FOR EACH ROW
  WHEN (NEW.* IS DISTINCT FROM OLD.*)
  EXECUTE FUNCTION docket_refuse('DK002', 'the log of a reply is only appended to');
-- Of a call, also what was asked: after a yes it runs with the arguments that the person saw. Its links can only be emptied.
CREATE TRIGGER "ToolCallLog_identity" BEFORE UPDATE ON "ToolCallLog" FOR EACH ROW
  WHEN (ROW(NEW."userId", NEW."id", NEW."source", NEW."actorName", NEW."accessTokenId", NEW."callId", NEW."idempotencyKey", NEW."toolName", NEW."parameters")
      IS DISTINCT FROM ROW(OLD."userId", OLD."id", OLD."source", OLD."actorName", OLD."accessTokenId", OLD."callId", OLD."idempotencyKey", OLD."toolName", OLD."parameters")
    OR (NEW."conversationId" IS NOT NULL AND NEW."conversationId" IS DISTINCT FROM OLD."conversationId")
    OR (NEW."messageId" IS NOT NULL AND NEW."messageId" IS DISTINCT FROM OLD."messageId"))
  EXECUTE FUNCTION docket_refuse('DK002', 'what a call is never changes');

-- Counters hand out numbers that are never given twice; a lease's epoch shuts out a writer that lost it.

CREATE TRIGGER "User_counter" BEFORE UPDATE OF "nextTaskNumber" ON "User" FOR EACH ROW WHEN (NEW."nextTaskNumber" < OLD."nextTaskNumber")
  EXECUTE FUNCTION docket_refuse('DK003', 'a counter only grows');
CREATE TRIGGER "Conversation_counter" BEFORE UPDATE OF "nextSeq" ON "Conversation" FOR EACH ROW WHEN (NEW."nextSeq" < OLD."nextSeq")
  EXECUTE FUNCTION docket_refuse('DK003', 'a counter only grows');
CREATE TRIGGER "Message_epoch" BEFORE UPDATE OF "leaseEpoch" ON "Message" FOR EACH ROW WHEN (NEW."leaseEpoch" < OLD."leaseEpoch")
  EXECUTE FUNCTION docket_refuse('DK007', 'the epoch of a lease only grows');

-- Replies: PENDING, PROCESSING, then COMPLETED, STOPPED or ERROR, with a detour to AWAITING_APPROVAL.

CREATE TRIGGER "Message_start" BEFORE INSERT ON "Message" FOR EACH ROW WHEN (NEW."status" = 'AWAITING_APPROVAL')
  EXECUTE FUNCTION docket_refuse('DK004', 'a reply can''t begin by waiting for approval');
CREATE TRIGGER "Message_states" BEFORE UPDATE OF "status" ON "Message" FOR EACH ROW
  WHEN (NEW."status" <> OLD."status" AND NOT CASE OLD."status"
    WHEN 'PENDING' THEN NEW."status" = 'PROCESSING'
    WHEN 'PROCESSING' THEN NEW."status" IN ('AWAITING_APPROVAL', 'COMPLETED', 'STOPPED', 'ERROR')
    WHEN 'AWAITING_APPROVAL' THEN NEW."status" = 'PROCESSING'
    ELSE false END)
  EXECUTE FUNCTION docket_refuse('DK004', 'a reply can''t go from this state to that');
-- As JSON, so that a column of tomorrow is covered on the day it is added.
CREATE TRIGGER "Message_final" BEFORE UPDATE ON "Message" FOR EACH ROW
  WHEN (OLD."status" IN ('COMPLETED', 'STOPPED', 'ERROR') AND to_jsonb(NEW.*) - 'archivedAt' <> to_jsonb(OLD.*) - 'archivedAt')
  EXECUTE FUNCTION docket_refuse('DK005', 'a message that is finished never changes');

CREATE FUNCTION docket_message_arrives() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found_status "ConversationStatus";
BEGIN
  -- FOR SHARE: nobody archives the conversation between this look and our commit.
  SELECT "status" INTO found_status FROM "Conversation" WHERE "userId" = NEW."userId" AND "id" = NEW."conversationId" FOR SHARE;
  IF found_status = 'ARCHIVED' THEN
    RAISE EXCEPTION USING ERRCODE = 'DK006', MESSAGE = 'an archived conversation takes no messages', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Message_arrives" BEFORE INSERT ON "Message" FOR EACH ROW EXECUTE FUNCTION docket_message_arrives();

-- Calls: PENDING, EXECUTING, then SUCCESS or ERROR; or from PENDING to DENIED. One whose arguments don't fit is stored as ERROR.

CREATE TRIGGER "ToolCallLog_start" BEFORE INSERT ON "ToolCallLog" FOR EACH ROW WHEN (NEW."status" IN ('SUCCESS', 'DENIED'))
  EXECUTE FUNCTION docket_refuse('DK008', 'a call can''t begin with its end');
CREATE TRIGGER "ToolCallLog_states" BEFORE UPDATE OF "status" ON "ToolCallLog" FOR EACH ROW
  WHEN (NEW."status" <> OLD."status" AND NOT CASE OLD."status"
    WHEN 'PENDING' THEN NEW."status" IN ('EXECUTING', 'DENIED')
    WHEN 'EXECUTING' THEN NEW."status" IN ('SUCCESS', 'ERROR')
    ELSE false END)
  EXECUTE FUNCTION docket_refuse('DK008', 'a call can''t go from this state to that');
CREATE TRIGGER "ToolCallLog_final" BEFORE UPDATE ON "ToolCallLog" FOR EACH ROW
  WHEN (OLD."status" IN ('SUCCESS', 'ERROR', 'DENIED')
    AND to_jsonb(NEW.*) - ARRAY['undoneById', 'conversationId', 'messageId'] <> to_jsonb(OLD.*) - ARRAY['undoneById', 'conversationId', 'messageId'])
  EXECUTE FUNCTION docket_refuse('DK009', 'what is on the record never changes');
-- At insert only: the links are emptied when the conversation goes.
CREATE TRIGGER "ToolCallLog_chat" BEFORE INSERT ON "ToolCallLog" FOR EACH ROW
  WHEN (NEW."source" = 'CHAT' AND (NEW."conversationId" IS NULL OR NEW."messageId" IS NULL))
  EXECUTE FUNCTION docket_refuse('DK010', 'a call from the chat names its conversation and its reply');
CREATE TRIGGER "ToolCallLog_approval" BEFORE UPDATE OF "status" ON "ToolCallLog" FOR EACH ROW
  WHEN (OLD."status" = 'PENDING' AND NEW."status" = 'EXECUTING' AND OLD."decidedAt" IS NULL AND OLD."approvalExpiresAt" <= clock_timestamp())
  EXECUTE FUNCTION docket_refuse('DK011', 'the time to approve has passed');

-- What is revoked stays revoked.

CREATE TRIGGER "Session_revoked" BEFORE UPDATE OF "revokedAt" ON "Session" FOR EACH ROW WHEN (OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS NULL)
  EXECUTE FUNCTION docket_refuse('DK012', 'what is revoked stays revoked');
CREATE TRIGGER "AccessToken_revoked" BEFORE UPDATE OF "revokedAt" ON "AccessToken" FOR EACH ROW WHEN (OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS NULL)
  EXECUTE FUNCTION docket_refuse('DK012', 'what is revoked stays revoked');


-- Stamps: moments that only the database's clock writes. On insert OLD is all NULL.

-- A moment that is emptied or is now: the first one stays until it is emptied.
CREATE FUNCTION docket_moment(old timestamptz, new timestamptz) RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT CASE WHEN new IS NULL THEN NULL WHEN old IS NULL THEN clock_timestamp() ELSE old END
$$;

CREATE FUNCTION docket_user_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."updatedAt" := greatest(OLD."updatedAt", clock_timestamp());
  RETURN NEW;
END $$;
CREATE TRIGGER "User_stamp" BEFORE INSERT OR UPDATE ON "User" FOR EACH ROW EXECUTE FUNCTION docket_user_stamp();

CREATE FUNCTION docket_session_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."lastSeenAt" IS DISTINCT FROM OLD."lastSeenAt" THEN NEW."lastSeenAt" := clock_timestamp(); END IF;
  NEW."revokedAt" := docket_moment(OLD."revokedAt", NEW."revokedAt");
  RETURN NEW;
END $$;
CREATE TRIGGER "Session_stamp" BEFORE INSERT OR UPDATE ON "Session" FOR EACH ROW EXECUTE FUNCTION docket_session_stamp();

CREATE FUNCTION docket_access_token_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."lastUsedAt" IS DISTINCT FROM OLD."lastUsedAt" THEN NEW."lastUsedAt" := clock_timestamp(); END IF;
  NEW."revokedAt" := docket_moment(OLD."revokedAt", NEW."revokedAt");
  RETURN NEW;
END $$;
CREATE TRIGGER "AccessToken_stamp" BEFORE INSERT OR UPDATE ON "AccessToken" FOR EACH ROW EXECUTE FUNCTION docket_access_token_stamp();

CREATE FUNCTION docket_task_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A past moment is let in: undo puts back when a task had been completed.
  IF NOT NEW."isCompleted" THEN NEW."completedAt" := NULL;
  ELSIF NEW."completedAt" IS NULL OR NEW."completedAt" > clock_timestamp() THEN NEW."completedAt" := clock_timestamp();
  END IF;
  NEW."deletedAt" := docket_moment(OLD."deletedAt", NEW."deletedAt");
  NEW."updatedAt" := greatest(OLD."updatedAt", clock_timestamp());
  IF TG_OP = 'UPDATE' THEN NEW."version" := OLD."version" + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Task_stamp" BEFORE INSERT OR UPDATE ON "Task" FOR EACH ROW EXECUTE FUNCTION docket_task_stamp();

CREATE FUNCTION docket_conversation_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."pinnedAt" := docket_moment(OLD."pinnedAt", NEW."pinnedAt");
  NEW."deletedAt" := docket_moment(OLD."deletedAt", NEW."deletedAt");
  -- Last activity, not last change: a rename leaves the conversation where it stands in the list.
  IF NEW."updatedAt" IS DISTINCT FROM OLD."updatedAt" THEN NEW."updatedAt" := greatest(OLD."updatedAt", clock_timestamp()); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Conversation_stamp" BEFORE INSERT OR UPDATE ON "Conversation" FOR EACH ROW EXECUTE FUNCTION docket_conversation_stamp();

CREATE FUNCTION docket_message_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."archivedAt" := docket_moment(OLD."archivedAt", NEW."archivedAt");
  NEW."stopRequestedAt" := docket_moment(OLD."stopRequestedAt", NEW."stopRequestedAt");
  RETURN NEW;
END $$;
CREATE TRIGGER "Message_stamp" BEFORE INSERT OR UPDATE ON "Message" FOR EACH ROW EXECUTE FUNCTION docket_message_stamp();

CREATE FUNCTION docket_tool_call_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  arrives boolean := NEW."status" IS DISTINCT FROM OLD."status";
  -- A yes, a no, or time that ran out; a call that never waited for anyone is not decided.
  decided boolean := arrives AND OLD."status" = 'PENDING' AND (NEW."status" = 'DENIED' OR NEW."approvalExpiresAt" IS NOT NULL);
BEGIN
  NEW."startedAt" := CASE WHEN arrives AND NEW."status" = 'EXECUTING' THEN clock_timestamp() ELSE OLD."startedAt" END;
  NEW."finishedAt" := CASE WHEN arrives AND NEW."status" IN ('SUCCESS', 'ERROR', 'DENIED') THEN clock_timestamp() ELSE OLD."finishedAt" END;
  NEW."decidedAt" := CASE WHEN OLD."decidedAt" IS NOT NULL THEN OLD."decidedAt" WHEN decided OR NEW."decidedAt" IS NOT NULL THEN clock_timestamp() END;
  RETURN NEW;
END $$;
CREATE TRIGGER "ToolCallLog_stamp" BEFORE INSERT OR UPDATE ON "ToolCallLog" FOR EACH ROW EXECUTE FUNCTION docket_tool_call_stamp();
