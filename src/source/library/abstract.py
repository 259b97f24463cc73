# Event loops and servers that nobody has written yet (events.py). Read only with scripts that make or derive one.


def not_there(self, *args, **kwargs):
    raise NotImplementedError


async def not_there_either(self, *args, **kwargs):
    raise NotImplementedError


class AbstractEventLoop:
    __structure__ = "run_until_complete"

    run_forever = run_until_complete = stop = is_running = is_closed = close = time = not_there
    call_later = call_at = call_soon_threadsafe = create_future = create_task = _timer_handle_cancelled = not_there
    run_in_executor = set_default_executor = not_there
    add_reader = remove_reader = add_writer = remove_writer = add_signal_handler = remove_signal_handler = not_there
    set_task_factory = get_task_factory = get_exception_handler = set_exception_handler = not_there
    default_exception_handler = call_exception_handler = get_debug = set_debug = not_there

    shutdown_asyncgens = shutdown_default_executor = getaddrinfo = getnameinfo = not_there_either
    create_connection = create_server = start_tls = sendfile = create_datagram_endpoint = not_there_either
    create_unix_connection = create_unix_server = connect_accepted_socket = not_there_either
    connect_read_pipe = connect_write_pipe = subprocess_shell = subprocess_exec = not_there_either
    sock_recv = sock_recv_into = sock_recvfrom = sock_recvfrom_into = sock_sendall = not_there_either
    sock_sendto = sock_connect = sock_accept = sock_sendfile = not_there_either

    def call_soon(self, callback, *args, context=None):
        return self.call_later(0, callback, *args, context=context)


class AbstractServer:
    close = get_loop = is_serving = not_there
    start_serving = serve_forever = wait_closed = not_there_either

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()
