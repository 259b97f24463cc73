import asyncio
def early():
    try:
        print(zz)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    zz = 1
def early2():
    count += 1
async def main():
    try:
        print(undefined_name)
    except NameError as e:
        print(type(e).__name__, e)
    try:
        undefined_function(1)
    except Exception as e:
        print(e)
    async def child():
        await asyncio.sleep(0)
        return missing
    print(await asyncio.gather(child(), return_exceptions=True))
    try:
        early2()
    except NameError as e:
        print(repr(e))
    try:
        del nothing
    except NameError as e:
        print(repr(e))
early()
asyncio.run(main())
missing = 1
print(missing)
