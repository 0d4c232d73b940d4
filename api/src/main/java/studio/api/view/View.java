package studio.api.view;

/** What people and programs see of an entity. */
public sealed interface View
        permits AccessPointView,
                AttachmentView,
                BackboneView,
                CertificateView,
                InteriorSiteView,
                LinkView,
                SessionView,
                TokenView,
                UserView {}
