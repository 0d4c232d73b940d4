package studio.home;

import studio.testkit.arch.ArchitectureRules;

class ArchitectureTest implements ArchitectureRules {}
