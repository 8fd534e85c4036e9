// The same platform as prod's in the AWS CDK, as far as AWS goes, with cdk-nag's packs for the AWS checklist.
const { App, Validations } = require("aws-cdk-lib");
const nag = require("cdk-nag");
const { PlatformStack } = require("./platform-stack");

const app = new App();
new PlatformStack(app, "prod", { env: { account: "444455556666", region: "eu-central-1" } });
const packs = [nag.AwsSolutionsChecks, nag.NIST80053R5Checks, nag.HIPAASecurityChecks, nag.PCIDSS321Checks];
Validations.of(app).addPlugins(...packs.map((Pack) => new Pack(app)));
