import process from "node:process";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** A hono route that answers everything with one text. usage: bare-web.js PORT TEXT */
const [port, text = ""] = process.argv.slice(2);
const app = new Hono();
app.get("*", (c) => c.html(text));
serve({ fetch: app.fetch, port: Number(port), hostname: "127.0.0.1" });
