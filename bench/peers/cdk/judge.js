// Prints, for each template of CloudFormation, a line of JSON: its name and what cdk-nag finds in it.
const path = require("path");
const { App, Stack } = require("aws-cdk-lib");
const { CfnInclude } = require("aws-cdk-lib/cloudformation-include");
const packs = require("./packs");

for (const templateFile of process.argv.slice(2)) {
  const app = new App();
  const stack = new Stack(app, "prod", { env: { account: "444455556666", region: "eu-central-1" } });
  new CfnInclude(stack, "Template", { templateFile });
  const findings = packs
    .flatMap((Pack) => new Pack().validateScope(stack).violations)
    .flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => [ruleName, constructPath]));
  console.log(JSON.stringify([path.basename(templateFile), findings]));
}
