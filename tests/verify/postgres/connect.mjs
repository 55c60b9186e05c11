// Connects with the client configuration given as JSON and prints who, where, and whether by TLS.
import pg from "pg";

const client = new pg.Client(JSON.parse(process.argv[2]));
await client.connect();
const { rows } = await client.query({ text: process.argv[3], rowMode: "array" });
await client.end();
console.log(JSON.stringify(rows[0]));
