#!/usr/bin/env bash
# "Customer Prem Software": a vendor runs a service at its headquarters, and software in its customers' places that sends data there and can be
# watched from there. The customers decide what runs in theirs. These are the product's own commands; `./studio demo` runs them on this machine.
# "studio" is ./studio; whoever speaks is said by as_..., and every site has a directory of its own.

scenario=(
    "An administrator makes a backbone of two routers"
    "User creates a new application network"
    "User generates an invitation for the headquarters site"
    "HQ's invitation is invoked"
    "User creates a site class for \"gold\""
    "User creates an invitation for \"customer-a\" for site-class \"gold\""
    "Customer-A invokes the invitation in their place"
    "User observes the joining of HQ and customer-a"
    "User composes an application with HQ and customer-prem images and interconnect dependencies"
    "User allocates components of the application to HQ and to \"gold\""
    "Customer-A sees the list of changes the application wants to make locally"
    "Customer-A accepts all changes"
    "Customer-A observes the deployment of artifacts locally"
    "Repeat for customer-b"
    "Customer-B declines the deployment of one component (the customer monitoring image)"
    "User observes that no ingress is created at HQ for customer-b's monitoring"
)

# Where a browser shows what a step did: a page of the public origin, or the console of the network or of a site.
pages=(
    admin/backbones/transit/topology
    networks/prem
    networks/prem/invitations/headquarters
    network:members
    networks/prem/site-classes
    networks/prem/invitations/customer-a
    site:customer-a
    network:members
    networks/prem/composition
    networks/prem/changes
    site:customer-a
    networks/prem/changes/monitor
    site:customer-a
    network:members
    site:customer-b
    networks/prem/sites/hq/endpoints
)

step_0() {
    as_administrator
    studio create user nora -f - <<<"{roles: [network-owner], password: $user_password}"
    studio create backbone transit --offered-to-users nora
    for site in east west; do
        studio create interior-site $site -b transit --platform linux
        studio create access-point $site-member -b transit --site $site --use member --offered-to-users nora \
            --host localhost --ports "$(free_ports $site-member)"
        studio create access-point $site-peer -b transit --site $site --use peer \
            --host localhost --ports "$(free_ports $site-peer)"
    done
    studio create link west-east -b transit --from west --access-point east-peer --cost 10
    for site in east west; do
        studio invite interior-site $site -b transit --platform linux >"$work/$site.bundle"
        studio join "@$work/$site.bundle" --dir "$sites/$site" --listen 127.0.0.1 --public-host localhost --detach
    done
    studio wait backbone transit --state ready
    eventually "both routers are deployed" "east deployed west deployed" states interior-sites -b transit
    eventually "the link between them is up" "west-east up" states links -b transit
    observe studio get links -b transit
}

step_1() {
    as_user
    studio create network prem --backbone transit --access-points east-member,west-member --wait active
    observe studio get network prem
}

step_2() {
    studio create invitation headquarters -n prem --own-site true --instance-limit 1
    studio invite invitation headquarters -n prem --platform linux >"$work/hq.bundle"
    observe studio get invitations -n prem
}

step_3() {
    studio join "@$work/hq.bundle" --dir "$sites/hq" --name hq --accept all --detach
    studio wait site hq -n prem --state connected
    observe studio get sites -n prem
}

step_4() {
    studio create site-class gold -n prem --labels tier=1
    observe studio get site-classes -n prem
}

step_5() {
    studio create invitation customer-a -n prem --site-classes gold --instance-limit 1
    studio invite invitation customer-a -n prem --platform linux >"$work/customer-a.bundle"
    observe studio get invitations -n prem
}

step_6() {
    studio join "@$work/customer-a.bundle" --dir "$sites/customer-a" --name customer-a --detach
}

step_7() {
    studio wait site customer-a -n prem --state connected
    observe studio get sites -n prem
}

step_8() {
    for service in orders-db orders monitor; do
        studio publish service $service -p nora --protocol tcp --port "$(port_of $service)"
    done
    publish orders-db --offers service=nora/orders-db,port=9092
    publish orders --offers service=nora/orders,port=8080 --requires service=nora/orders-db,host=orders-db,port=9092
    publish till --requires service=nora/orders,host=orders,port=8080
    publish monitor --offers service=nora/monitor,port=9100
    for process in orders-db orders till monitor; do
        studio create process $process -n prem --image nora/$process@1
    done
    studio create ingress dashboards -n prem --sites hq --service nora/monitor --port "$dashboards" --slots 10 \
        --fan per-offering-site
    link orders-db orders-db offers orders requires
    link orders orders offers till requires
    link monitor monitor offers dashboards requires
    observe studio get service-links -n prem
}

step_9() {
    studio change process orders-db -n prem --sites hq
    studio change process orders -n prem --sites hq
    studio change process till -n prem --site-classes gold
    studio change process monitor -n prem --site-classes gold
    eventually "headquarters runs its part" "orders running orders-db running" running hq
    observe studio agent components --dir "$sites/hq"
}

step_10() {
    eventually "what waits at customer-a" "monitor till" waiting customer-a
    observe studio agent changes --dir "$sites/customer-a"
}

step_11() {
    studio agent accept --all --dir "$sites/customer-a"
    eventually "customer-a's tables say so" "accepted" standing customer-a monitor
}

step_12() {
    eventually "what runs at customer-a" "monitor running till running" running customer-a
    observe studio agent components --dir "$sites/customer-a"
    eventually "orders of customer-a arrive at headquarters" "ordered" log customer-a till
    observe studio agent logs till --tail 2 --dir "$sites/customer-a"
    eventually "HQ reads customer-a's monitoring through its ingress" "store_up" ingress_of customer-a
    eventually "the network's home counts what customer-a's programs call" "to-server to-client" traffic_of customer-a
    eventually "and knows their connections" "service customer-a" flows_of customer-a
}

step_13() {
    studio create invitation customer-b -n prem --site-classes gold --instance-limit 1
    studio invite invitation customer-b -n prem --platform linux >"$work/customer-b.bundle"
    studio join "@$work/customer-b.bundle" --dir "$sites/customer-b" --name customer-b --detach
    studio wait site customer-b -n prem --state connected
    eventually "what waits at customer-b" "monitor till" waiting customer-b
    observe studio agent changes --dir "$sites/customer-b"
}

step_14() {
    studio agent accept till --dir "$sites/customer-b"
    studio agent decline monitor --reason "our machines are ours" --dir "$sites/customer-b"
    eventually "what runs at customer-b" "till running" running customer-b
    eventually "orders of customer-b arrive at headquarters" "ordered" log customer-b till
    observe studio agent changes --dir "$sites/customer-b"
}

step_15() {
    eventually "customer-b's decision has arrived" "declined" standing customer-b monitor
    expect_no_ingress_of customer-b
    observe studio agent components --dir "$sites/hq"
    observe studio why ingress dashboards -n prem --site hq
    eventually "customer-a's monitoring is still there" "store_up" ingress_of customer-a
}
