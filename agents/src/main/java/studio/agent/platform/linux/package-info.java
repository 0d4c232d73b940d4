/**
 * The platform that is a Linux host: archives are fetched, checked and unpacked, and their programs run as processes of the agent's own
 * user. Everything is below one directory; nothing of the system is changed.
 */
package studio.agent.platform.linux;
