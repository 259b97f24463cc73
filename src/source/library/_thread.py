# _thread: what is below `threading`, as far as scripts ask for it.


def interrupt_main(signum=2):
    if not 1 <= signum < 65:
        raise ValueError("signal number out of range")
    if signal_handler(signum) != 0:
        send_signal(signum)


get_ident = threading.get_ident
