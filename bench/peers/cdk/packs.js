// cdk-nag's four packs for a platform on AWS.
const nag = require("cdk-nag");

module.exports = [nag.AwsSolutionsChecks, nag.NIST80053R5Checks, nag.HIPAASecurityChecks, nag.PCIDSS321Checks];
