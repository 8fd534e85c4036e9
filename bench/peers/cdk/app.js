// The same platform as prod's in the AWS CDK, as far as AWS goes, judged by cdk-nag.
const { App, Validations } = require("aws-cdk-lib");
const packs = require("./packs");
const { PlatformStack } = require("./platform-stack");

const app = new App();
new PlatformStack(app, "prod", { env: { account: "444455556666", region: "eu-central-1" } });
Validations.of(app).addPlugins(...packs.map((Pack) => new Pack(app)));
