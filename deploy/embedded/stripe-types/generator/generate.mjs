/*
 * Makes ../src/main/resources/org/plenary/embedded/conformance/{routes.txt,schemas.json.gz} from the npm package "stripe", which
 * Stripe generates from its own description of exactly one API version. Run by hand when that version changes:
 *
 *   npm install && npm run generate        (Node 22 or newer)
 *
 * routes.txt      every verb and path that Stripe has
 * schemas.json.gz a schema of an object with the one member that is to be looked at, such as "params POST /v1/refunds",
 *                 "answer POST /v1/refunds", "event refund.created" or "error": a single document, because a validator
 *                 would compile the thousands of definitions anew for each of several
 *
 * Only calls named in ./routes.txt get schemas: those that the card sandbox answers. A definition is named after the file
 * and the full name of its type, because many types of Stripe's share a short name.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import {
  Context, DEFAULT_CONFIG, ExposeNodeParser, SchemaGenerator, createFormatter, createParser,
} from "ts-json-schema-generator";

const here = dirname(fileURLToPath(import.meta.url));
const types = join(here, "target-types");
const resources = join(here, "../src/main/resources/org/plenary/embedded/conformance");

rmSync(types, { recursive: true, force: true });
cpSync(join(here, "node_modules/stripe/esm"), types, { recursive: true });
const edit = (file, ...changes) => {
  const path = join(types, file);
  const before = readFileSync(path, "utf8");
  const after = changes.reduce((text, [from, to]) => {
    const next = text.replace(from, to);
    if (next === text) throw new Error(`${file} no longer has ${from}`);
    return next;
  }, before);
  writeFileSync(path, after);
};
// the package lets any string stand for a listed one, so that it outlives newer API versions; the check wants the list
edit("shared.d.ts",
  [/export type OtherString = .*;/, "export type OtherString = never;"],
  // the library's own class for decimals: on the wire they are strings
  [/export \{ Decimal \} from .*;/, "export type Decimal = string;"]);
// a file travels beside the fields of a form, and is noted by its name
edit("lib.d.ts", [/export interface FileData \{[^}]*\}/, "export type FileData = string;"]);
edit("StripeContext.d.ts", [/^[\s\S]*$/, "export type StripeContext = string;"]);
edit("stripe.core.d.ts", [/^[\s\S]*$/, "export type Stripe = unknown;"]);

const files = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]);
const declarations = files(join(types, "resources")).filter((file) => file.endsWith(".d.ts"));
const program = ts.createProgram([...declarations, join(types, "Types.d.ts"), join(types, "lib.d.ts")], {
  module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022,
  noEmit: true, skipLibCheck: true, strictNullChecks: true, types: [],
});

ExposeNodeParser.prototype.isExportNode = function (node) {
  return ts.isInterfaceDeclaration(node) && !node.typeParameters;
};
ExposeNodeParser.prototype.getDefinitionName = function (node) {
  const file = relative(types, node.getSourceFile().fileName).replace(/^resources\//, "").replace(/\.d\.ts$/, "");
  const names = [node.name.text];
  for (let at = node.parent; at; at = at.parent) if (ts.isModuleDeclaration(at)) names.unshift(at.name.text);
  return `${file}/${names.join(".")}`.replaceAll("/", ".");
};

const config = {
  ...DEFAULT_CONFIG, expose: "all", jsDoc: "none", skipTypeCheck: true, topRef: false, additionalProperties: false,
  functions: "hide",
};
const parser = createParser(program, config);
const formatter = createFormatter(config);
const generator = new SchemaGenerator(program, parser, formatter, config);

/** The schema of a type, its definitions put to those of the others. */
const definitions = {};
const schemaOf = (node) => {
  const type = parser.createType(node, new Context());
  generator.appendRootChildDefinitions(type, definitions);
  return formatter.getDefinition(type);
};

const visit = (node, kind, work) => {
  if (kind(node)) work(node);
  ts.forEachChild(node, (child) => visit(child, kind, work));
};
const methodsOf = (source) => {
  const methods = new Map();
  visit(source, ts.isClassDeclaration, (type) => type.members.forEach((member) => {
    if (ts.isMethodDeclaration(member)) methods.set(`${type.name.text}.${member.name.text}`, member);
  }));
  return methods;
};
const pathOf = (node) => ts.isTemplateExpression(node)
  ? node.head.text + node.templateSpans.map((span) => "*" + span.literal.text).join("")
  : node.text;

const list = (element) => ({
  type: "object", additionalProperties: false, required: ["object", "data", "has_more", "url"],
  properties: {
    object: { const: "list" }, data: { type: "array", items: element },
    has_more: { type: "boolean" }, url: { type: "string" },
  },
});
/** What a method answers: Promise<Response<X>>, or one of the promises of a list. */
const answerOf = (returned) => {
  const name = returned.typeName.getText();
  const inner = returned.typeArguments[0];
  if (name === "ApiListPromise") return list(schemaOf(inner));
  if (name === "Promise") return schemaOf(inner.typeName?.getText() === "Response" ? inner.typeArguments[0] : inner);
  throw new Error(`Not a known promise: ${returned.getText()}`);
};

const wanted = new Set(readFileSync(join(here, "routes.txt"), "utf8").split("\n").filter(Boolean));
const routes = [];
const members = {};
for (const file of declarations) {
  const script = file.replace(/\.d\.ts$/, ".js");
  const declared = methodsOf(program.getSourceFile(file));
  const source = ts.createSourceFile(script, readFileSync(script, "utf8"), ts.ScriptTarget.ES2022, true);
  for (const [name, method] of methodsOf(source)) {
    visit(method, ts.isCallExpression, (call) => {
      if (call.expression.name?.text !== "_makeRequest") return;
      const route = `${call.arguments[0].text} ${pathOf(call.arguments[1])}`;
      routes.push(route);
      if (!wanted.delete(route)) return;
      const signature = declared.get(name);
      const params = signature.parameters.find((parameter) => parameter.name.text === "params");
      members[`params ${route}`] = params ? schemaOf(params.type) : { type: "object", additionalProperties: false };
      members[`answer ${route}`] = answerOf(signature.type);
    });
  }
}
if (wanted.size) throw new Error(`Stripe does not have ${[...wanted].join(", ")}`);

/** The kinds of event that the sandbox sends or may come to send. */
const EVENTS =
  /^(account|application_fee|charge|checkout|credit_note|customer|file|invoice|payment_intent|payment_method|payout|refund|test_helpers|v2\.core\.account|v1\.billing)\b/;
for (const file of ["Events.d.ts", "V2/Core/Events.d.ts"]) {
  visit(program.getSourceFile(join(types, "resources", file)), ts.isInterfaceDeclaration, (event) => {
    const type = event.members.find((member) => member.name?.text === "type")?.type;
    const thin = file.startsWith("V2");
    if (!type || !ts.isLiteralTypeNode(type) || !event.name.text.endsWith(thin ? "EventNotification" : "Event")) return;
    if (EVENTS.test(type.literal.text)) members[`event ${type.literal.text}`] = schemaOf(event);
  });
}
const error = [];
visit(program.getSourceFile(join(types, "Types.d.ts")), ts.isTypeAliasDeclaration, (alias) => {
  if (alias.name.text === "StripeRawError") error.push(schemaOf(alias.type));
});
// what the library adds to what was received
["headers", "statusCode", "requestId", "detail", "exception", "user_message"].forEach((own) => delete error[0].properties[own]);
Object.keys(definitions).filter((name) => name.startsWith(".")).forEach((name) => delete definitions[name]);

const sorted = (object) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
const result = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  properties: { ...Object.fromEntries(sorted(members)), error: error[0] },
  additionalProperties: false,
  definitions: Object.fromEntries(sorted(definitions)),
};
writeFileSync(join(resources, "schemas.json.gz"), gzipSync(JSON.stringify(result), { level: 9 }));
writeFileSync(join(resources, "routes.txt"), [...new Set(routes)].sort().join("\n") + "\n");
rmSync(types, { recursive: true, force: true });
console.log(`${routes.length} routes, ${Object.keys(members).length} schemas, ${Object.keys(definitions).length} definitions`);
