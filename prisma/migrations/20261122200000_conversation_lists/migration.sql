-- The sidebar's two lists, in the order in which they are shown: a page is as cheap with ten thousand conversations as with ten.
CREATE INDEX "Conversation_list" ON "Conversation" ("userId", ("pinnedAt" IS NOT NULL) DESC, "updatedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "status" <> 'ARCHIVED';
CREATE INDEX "Conversation_archived" ON "Conversation" ("userId", ("pinnedAt" IS NOT NULL) DESC, "updatedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NULL AND "status" = 'ARCHIVED';

-- What a sweeper ends or purges, whoever's it is.
CREATE INDEX "Conversation_idle" ON "Conversation" ("updatedAt") WHERE "status" = 'ACTIVE';
CREATE INDEX "Conversation_deleted" ON "Conversation" ("deletedAt") WHERE "deletedAt" IS NOT NULL;

-- The reply that a new message would run into: one that is written, or that waits for a yes.
CREATE INDEX "Message_unfinished" ON "Message" ("userId", "conversationId", "seq")
  WHERE "status" IN ('PENDING', 'PROCESSING', 'AWAITING_APPROVAL');
