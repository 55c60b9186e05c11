// Runs cdk-nag's packs over templates; prints one JSON object with what they said.
const { App, Stack } = require("aws-cdk-lib");
const { CfnInclude } = require("aws-cdk-lib/cloudformation-include");
const { AwsSolutionsChecks, NIST80053R5Checks } = require("cdk-nag");

const rules = new Set();
const findings = [];

// Notes which rules have a say about a resource; the verdict stays the pack's.
const noting = (Pack) =>
  class extends Pack {
    applyRule(given) {
      const suffix = given.ruleSuffixOverride ?? given.rule.name;
      const rule = (node) => {
        const verdict = given.rule(node);
        if (verdict !== "N/A") rules.add(`${this.readPackName}-${suffix}`);
        return verdict;
      };
      super.applyRule({ ...given, ruleSuffixOverride: suffix, rule });
    }
  };

for (const templateFile of process.argv.slice(2)) {
  const app = new App({ analyticsReporting: false });
  new CfnInclude(new Stack(app, "Stack"), "Template", { templateFile });
  for (const Pack of [AwsSolutionsChecks, NIST80053R5Checks]) {
    const report = new (noting(Pack))(app).validateScope(app);
    for (const { ruleName, violatingResources } of report.violations)
      for (const { constructPath } of violatingResources)
        findings.push([ruleName, constructPath.split("/").pop()]);
  }
}
const version = require("cdk-nag/package.json").version;
process.stdout.write(JSON.stringify({ version, rules: [...rules], findings }));
