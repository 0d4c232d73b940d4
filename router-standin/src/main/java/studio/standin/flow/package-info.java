/** Flow records: beacons, heartbeats, and what the router has and carries, for whoever subscribes. */
package studio.standin.flow;
