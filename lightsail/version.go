package lightsail

// goModuleVersion is the version of this module. It is sent in the User-Agent
// header.
const goModuleVersion = "0.1.0"
