/**
 * What runs the processes of a site. One interface for all platforms: a workload is given as a whole, again and again; what is there
 * is looked at; what is not wanted any more is removed. Kubernetes would apply it on the server's side under a name of its own and find
 * what is its own by labels, Podman by labels of containers; a Linux host has a directory for each workload.
 */
package studio.agent.platform;
