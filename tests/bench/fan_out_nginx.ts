import { ok } from "node:assert/strict";

const MODULE = "/usr/lib/nginx/modules/ngx_nchan_module.so";

/** Whether Debian's nginx with nchan is here. */
export function hasNchan(): boolean {
  try {
    return Deno.statSync(MODULE).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** nginx as a hub: whoever asks for `/live` listens, and what is posted to `/publish` is told. */
export async function startNchan(folder: string, port: number): Promise<Deno.ChildProcess> {
  const file = `${folder}/nginx.conf`;
  await Deno.writeTextFile(
    file,
    `load_module ${MODULE};
daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server {
    listen 127.0.0.1:${port};
    location = /live { nchan_subscriber eventsource; nchan_channel_id office; nchan_subscriber_first_message newest; }
    location = /publish { nchan_publisher; nchan_channel_id office; nchan_message_buffer_length 1; }
  }
}
`,
  );
  const args = ["-p", folder, "-c", file];
  const child = new Deno.Command("/usr/sbin/nginx", { args, stderr: "null" }).spawn();
  ok(child.pid > 0);
  return child;
}
