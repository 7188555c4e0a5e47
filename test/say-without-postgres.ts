/** What is not run is said, once and so that nobody overlooks it. */
export function setup(): void {
  if (process.env["DATABASE_URL"]) return;
  process.stderr.write("\n!! DATABASE_URL is not set: the store's tests on PostgreSQL are NOT RUN. `.ci/with-postgres npm test` finds or starts a server.\n\n");
}
