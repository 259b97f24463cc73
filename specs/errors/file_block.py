# underlines: sed
# underlines: "3.9"
# underlines: coroutines
# /// kitchen-sim
# sed = 3
# python = "3.9"
# coroutines = { main = [] }
# ///
print("hello")
