package studio.backbone;

import studio.testkit.arch.ArchitectureRules;

class ArchitectureTest implements ArchitectureRules {}
