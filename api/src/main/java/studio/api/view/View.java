package studio.api.view;

/** What people and programs see of an entity. */
public sealed interface View
        permits AccessPointView,
                AttachmentView,
                BackboneAttachmentView,
                BackboneView,
                CertificateView,
                DeploymentView,
                EdgeLinkView,
                EgressView,
                HomeView,
                ImageVersionView,
                ImageView,
                IngressView,
                InteriorSiteView,
                InvitationView,
                LibraryView,
                LinkView,
                MemberSiteView,
                NetworkView,
                ProcessView,
                ServiceLinkView,
                ServiceView,
                SessionView,
                SiteClassView,
                TokenView,
                UserView {}
