import { ChannelPort } from "../../../lib/switches/serial/channel_port.ts";
import { testPortContract } from "./port_contract.ts";

testPortContract("a channel", () => {
  const { port1, port2 } = new MessageChannel();
  return { near: new ChannelPort(port1), far: new ChannelPort(port2) };
});
