import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { useProgram } from "./program.ts";

const program = useProgram();
const PLAN = "东山县2023年法治政府建设工作要点\n\n一、主要任务\n(一)清理规范性文件。完成清理。\n责任单位:县司法局\n";

/** A place of its own. */
function place(name: string): Record<string, string> {
  return { MINGBAI_HOME: join(program.folder, name), MINGBAI_INDEX_DIR: join(program.folder, `${name}-index`) };
}
async function imported(name: string): Promise<Record<string, string>> {
  const env = place(name);
  writeFileSync(join(program.folder, `${name}.txt`), PLAN);
  expect((await program.run(["import", join(program.folder, `${name}.txt`)], { env })).status).toBe(0);
  return env;
}

describe("mingbai backup、restore、audit", () => {
  test("备份带着收录的文件，在另一处恢复后照样能问；恢复记入审计", async () => {
    const file = join(program.folder, "备份.gz");
    const backedUp = await program.run(["backup", file], { env: await imported("one") });
    expect(backedUp).toMatchObject({ status: 0, stdout: expect.stringContaining("收录的文件 1 份") });
    const env = place("two");
    const restored = await program.run(["restore", "--yes", file], { env });
    expect(restored).toMatchObject({ status: 0, stdout: expect.stringMatching(/^已恢复 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d 的备份，收录的文件 1 份。\n$/u) });
    expect(JSON.parse((await program.run(["documents", "--json"], { env })).stdout)).toHaveLength(3);
    const audit = await program.run(["audit", "--format", "json"], { env });
    expect(JSON.parse(audit.stdout)).toMatchObject([{ actor: "cli", action: "restore", result: "done" }]);
    expect((await program.run(["audit"], { env })).stdout).toMatch(/命令行 {2}从备份恢复 .*完成/u);
    const csv = await program.run(["audit", "--format", "csv", "--since", "2020-01-01"], { env });
    expect(csv.stdout).toMatch(/^\ufeff时间,谁,做了什么,对象,结果,说明\r\n/u);
    expect((await program.run(["audit", "--since", "2090-01-01"], { env })).stdout).toBe("没有审计记录。\n");
  });

  test("不加 --yes、没有人答：不恢复；坏的备份、不是日期：一句话", async () => {
    const env = await imported("three");
    const file = join(program.folder, "整.gz");
    await program.run(["backup", file], { env });
    expect(await program.run(["restore", file], { env })).toMatchObject({ status: 2, stderr: expect.stringContaining("--yes") });
    const broken = join(program.folder, "坏.gz");
    writeFileSync(broken, readFileSync(file).subarray(0, -20));
    const fresh = place("four");
    const refused = await program.run(["restore", "--yes", broken], { env: fresh });
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringMatching(/^mingbai: [^。]*已损坏[^。]*。\n$/u) });
    expect(existsSync(fresh["MINGBAI_HOME"] ?? "")).toBe(false);
    expect(await program.run(["backup", file], { env })).toMatchObject({ status: 1, stderr: expect.stringContaining("没有覆盖") });
    expect(await program.run(["audit", "--since", "昨天"], { env })).toMatchObject({ status: 2, stderr: expect.stringContaining("「昨天」不是日期") });
  });

  test("连不上数据库、地址写错：一句话，没有密码", async () => {
    const refused = await program.run(["audit"], { env: { DATABASE_URL: "postgres://mingbai:geheim@127.0.0.1:1/mingbai" } });
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringMatching(/^mingbai: 数据库 PostgreSQL 连不上[^。]*。\n$/u) });
    const wrong = await program.run(["backup", "x.gz"], { env: { DATABASE_URL: "mysql://mingbai:geheim@127.0.0.1/mingbai" } });
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining("DATABASE_URL") });
    expect(refused.stderr + wrong.stderr).not.toContain("geheim");
  });
});
