/** Who may connect, attach and send: the router's vhost policy. */
package studio.standin.policy;
