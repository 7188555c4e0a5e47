import { describe, expect, test } from "vitest";
import { createPasswordCheck, parsePasswordHash } from "../../src/adapters/web/admin/password.ts";
import { useProgram } from "./program.ts";

const program = useProgram();

describe("mingbai hash-password", () => {
  test("读第一行，给出设置的一行，口令不在里面", async () => {
    const { status, stdout, stderr } = await program.run(["hash-password"], { input: "法治明白人2026年的口令\n别的\n" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).not.toContain("口令");
    const hash = parsePasswordHash(/^ADMIN_PASSWORD_HASH=(\S+)\n$/u.exec(stdout)?.[1] ?? "");
    if (!hash) throw new Error(`no line of a setting: ${stdout}`);
    expect(await createPasswordCheck(hash)("法治明白人2026年的口令")).toBe(true);
  });

  test.each([
    ["太短", "short\n", "口令太短"],
    ["没有", "", "没有读到口令"],
  ])("%s：说明白，状态 2", async (_, input, said) => {
    const { status, stdout, stderr } = await program.run(["hash-password"], { input });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });

  test("写错的设置：指名，不说出值", async () => {
    const { status, stderr } = await program.run(["bot"], { env: { ADMIN_PASSWORD_HASH: "my-secret-password" } });
    expect(status).toBe(2);
    expect(stderr).toContain("ADMIN_PASSWORD_HASH");
    expect(stderr).not.toContain("my-secret");
  });
});
