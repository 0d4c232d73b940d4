/** The management agents: entities and their types, requests and answers, with the real router's codes and quirks. */
package studio.standin.manage;
