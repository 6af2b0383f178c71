-- The record, narrowed by one thing and read newest first. The third takes the place of an index without the moment.
CREATE INDEX "ToolCallLog_userId_source_createdAt_idx" ON "ToolCallLog"("userId", "source", "createdAt" DESC);
CREATE INDEX "ToolCallLog_userId_toolName_createdAt_idx" ON "ToolCallLog"("userId", "toolName", "createdAt" DESC);
CREATE INDEX "ToolCallLog_userId_status_createdAt_idx" ON "ToolCallLog"("userId", "status", "createdAt" DESC);
DROP INDEX "ToolCallLog_userId_status_idx";

-- What a call is found by: the words of its tool, of what it was asked, of what went wrong, and of the titles of the tasks that it
-- changed, before and after; and each of those tasks as '#12', which no word can be. Of a call that changed nothing, the tasks that it
-- named. Strings are taken as JSON writes them, whose quotes and commas are no words either. Cut, because PostgreSQL's list of words
-- holds a megabyte. In plpgsql, so that it stays one thing with a cost, which keeps the server from doing it row by row; and ANALYZE
-- runs it with a search path of its own.
CREATE FUNCTION docket_call_words(tool text, parameters jsonb, changes jsonb, error text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 2000 SET search_path FROM CURRENT AS $$
BEGIN
  RETURN docket_words(left(
      tool || CASE tool WHEN 'create_task' THEN ' add new ' WHEN 'update_task' THEN ' change ' WHEN 'set_task_complete' THEN ' done ' ELSE ' ' END
      || jsonb_path_query_array(changes, '$[*].*.title')::text
      || replace(jsonb_path_query_array(parameters, 'strict $.** ? (@.type() == "string")')::text, '\n', ' ')
      || coalesce(error, ''), 100000))
    || translate(regexp_replace(CASE changes WHEN '[]'
      THEN jsonb_path_query_array(parameters, '$.number ? (@.type() == "number").floor()')::text
        || jsonb_path_query_array(parameters, '$.numbers[*] ? (@.type() == "number").floor()')::text
      ELSE jsonb_path_query_array(changes, '$[*].number')::text END, '-?\d+', '''#\&''', 'g'), '[],', '   ')::tsvector;
END $$;

-- Only what is over: a call is written twice, and would cost twice.
CREATE INDEX "ToolCallLog_words" ON "ToolCallLog" USING GIN ("userId", docket_call_words("toolName", "parameters", "changes", "error"))
  WHERE "status" IN ('SUCCESS', 'ERROR', 'DENIED');
