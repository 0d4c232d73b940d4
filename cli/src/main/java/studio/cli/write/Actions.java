package studio.cli.write;

import java.util.List;
import studio.cli.resource.Template;

/** All that can be done. */
public final class Actions {

    private static final List<Action> ALL = List.of(
            create("backbone", "backbones"),
            create("interior-site", "backbones/{backbone}/sites"),
            create("access-point", "backbones/{backbone}/access-points"),
            create("link", "backbones/{backbone}/links"),
            create("network", "networks"),
            create("site-class", "networks/{network}/site-classes"),
            create("invitation", "networks/{network}/invitations"),
            create("process", "networks/{network}/processes"),
            create("ingress", "networks/{network}/ingresses"),
            create("egress", "networks/{network}/egresses"),
            create("service-link", "networks/{network}/service-links"),
            create("user", "users"),
            create("token", "users/{user}/tokens"),
            change("backbone", "backbones/{name}"),
            change("interior-site", "backbones/{backbone}/sites/{name}"),
            change("access-point", "backbones/{backbone}/access-points/{name}"),
            change("link", "backbones/{backbone}/links/{name}"),
            change("library", "libraries/{name}"),
            change("network", "networks/{name}"),
            change("site-class", "networks/{network}/site-classes/{name}"),
            change("invitation", "networks/{network}/invitations/{name}"),
            change("process", "networks/{network}/processes/{name}"),
            change("ingress", "networks/{network}/ingresses/{name}"),
            change("egress", "networks/{network}/egresses/{name}"),
            change("service-link", "networks/{network}/service-links/{name}"),
            change("user", "users/{name}"),
            delete("backbone", "backbones/{name}"),
            delete("interior-site", "backbones/{backbone}/sites/{name}"),
            delete("access-point", "backbones/{backbone}/access-points/{name}"),
            delete("link", "backbones/{backbone}/links/{name}"),
            delete("network", "networks/{name}"),
            delete("site-class", "networks/{network}/site-classes/{name}"),
            delete("process", "networks/{network}/processes/{name}"),
            delete("ingress", "networks/{network}/ingresses/{name}"),
            delete("egress", "networks/{network}/egresses/{name}"),
            delete("service-link", "networks/{network}/service-links/{name}"),
            delete("user", "users/{name}"),
            delete("token", "users/{user}/tokens/{name}"),
            delete("session", "users/{user}/sessions/{name}"),
            post("publish", "image", "libraries/{publisher}/images/{name}/versions"),
            post("publish", "service", "libraries/{publisher}/services"),
            post("withdraw", "image", "libraries/{publisher}/images/{name}/withdraw"),
            post("withdraw", "image-version", "libraries/{publisher}/images/{image}/versions/{name}/withdraw"),
            post("withdraw", "service", "libraries/{publisher}/services/{name}/withdraw"),
            post("invite", "invitation", "networks/{network}/invitations/{name}/artifact"),
            post("invite", "interior-site", "backbones/{backbone}/sites/{name}/artifact"),
            post("invite-home", "home", "networks/{network}/home/invite"),
            put("place-home", "home", "networks/{network}/home"),
            post("revoke", "invitation", "networks/{network}/invitations/{name}/revoke"),
            post("revoke", "certificate", "authority/certificates/{name}/revoke"),
            post("revoke", "certificate", "backbones/{backbone}/certificates/{name}/revoke"),
            post("revoke", "certificate", "networks/{network}/certificates/{name}/revoke"),
            post("rotate", "certificate", "authority/certificates/{name}/rotate"),
            post("rotate", "certificate", "backbones/{backbone}/certificates/{name}/rotate"),
            post("rotate", "certificate", "networks/{network}/certificates/{name}/rotate"),
            post("retry", "certificate", "authority/certificates/{name}/retry"),
            post("retry", "certificate", "backbones/{backbone}/certificates/{name}/retry"),
            post("retry", "certificate", "networks/{network}/certificates/{name}/retry"),
            post("batch", "network", "networks/{name}/batch"),
            post("suspend", "network", "networks/{name}/suspend"),
            post("suspend", "user", "users/{name}/suspend"),
            post("resume", "network", "networks/{name}/resume"),
            post("resume", "site", "networks/{network}/sites/{name}/resume"),
            post("resume", "user", "users/{name}/resume"),
            post("pause", "site", "networks/{network}/sites/{name}/pause"),
            post("evict", "site", "networks/{network}/sites/{name}/evict"),
            put("rename", "site", "networks/{network}/sites/{name}/name"),
            put("reclassify", "site", "networks/{network}/sites/{name}/site-classes"),
            post("confirm-cleanup", "site", "networks/{network}/sites/{name}/confirm-cleanup"),
            put("set-address", "access-point", "backbones/{backbone}/access-points/{name}/address"),
            put("set-password", "user", "users/{name}/password"),
            put("set-quota", "user", "users/{name}/quota"));

    private Actions() {}

    /** All of them. */
    public static List<Action> all() {
        return ALL;
    }

    private static Action create(String kind, String path) {
        return post("create", kind, path);
    }

    private static Action change(String kind, String path) {
        return new Action("change", kind, "PATCH", new Template(path));
    }

    private static Action delete(String kind, String path) {
        return new Action("delete", kind, "DELETE", new Template(path));
    }

    private static Action post(String verb, String kind, String path) {
        return new Action(verb, kind, "POST", new Template(path));
    }

    private static Action put(String verb, String kind, String path) {
        return new Action(verb, kind, "PUT", new Template(path));
    }
}
