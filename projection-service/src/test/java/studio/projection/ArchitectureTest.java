package studio.projection;

import studio.testkit.arch.ArchitectureRules;

class ArchitectureTest implements ArchitectureRules {}
