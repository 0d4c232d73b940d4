package studio.schema;

import studio.testkit.arch.ArchitectureRules;

class ArchitectureTest implements ArchitectureRules {}
