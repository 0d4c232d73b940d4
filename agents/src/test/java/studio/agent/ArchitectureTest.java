package studio.agent;

import studio.testkit.arch.ArchitectureRules;

class ArchitectureTest implements ArchitectureRules {}
