package lightsail

// goModuleVersion is this module's version, as the User-Agent header tells it.
const goModuleVersion = "0.1.0"
