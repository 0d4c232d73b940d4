/** Studio's decisions. Needs java.base and nothing else: whatever reads a clock, a socket or a file belongs in a shell. */
module studio.domain {
    exports studio.domain;
    exports studio.domain.authority;
    exports studio.domain.backbone;
    exports studio.domain.certificate;
    exports studio.domain.kernel;
    exports studio.domain.library;
    exports studio.domain.network;
    exports studio.domain.plan;
    exports studio.domain.react;
    exports studio.domain.user;
}
